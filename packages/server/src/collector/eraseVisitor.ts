import { erasePlatformVisitor, isPlatformId } from '../conversations/platformVisitor.js'
import { isUuid } from '../isUuid.js'
import { sitesOfVisitor } from '../reports/sites.js'
import { maySee, type Reader } from './access.js'
import { answer, refuse } from './answers.js'
import { parseJson } from './parseJson.js'
import { readText } from './readText.js'
import type { Context } from './routes.js'
import { EXPECTED_SITE, siteOf } from './siteOf.js'

const MAX_BYTES = 4_096

/** `DELETE {base}/visitors/{id}`: by the id that we keep. */
export async function deleteVisitor(
  _: Request,
  { store }: Context,
  path: readonly string[],
  reader: Reader,
): Promise<Response> {
  const id = path[1]!
  if (!isUuid(id)) return refuse(400, 'expected the id of a visitor, a UUID in lower case, got something else')
  const isTheirs = reader.sites === null || (await sitesOfVisitor(store, id)).every((site) => maySee(reader, site))
  if (!isTheirs)
    return refuse(403, 'This visitor was on other sites, too: it takes an admin of all of them to erase one.')
  return answer(200, { erased: await store.eraseVisitor(id) })
}

/**
 * `POST {base}/visitors/erase?site`: by the id, or telephone number, that a chat platform knows. It comes in the body,
 * because addresses stand in the logs of proxies.
 */
export async function eraseVisitorOfPlatform(
  request: Request,
  { store, defaults, pseudonyms }: Context,
): Promise<Response> {
  const site = siteOf(request, defaults)
  if (!site) return refuse(400, EXPECTED_SITE)
  const read = await readText(request, ['application/json'], MAX_BYTES)
  if (!read.ok) return refuse(read.status, read.error, read.headers)
  const visitor = (parseJson(read.text) as { readonly visitor?: unknown } | null)?.visitor
  if (!isPlatformId(visitor)) return refuse(400, "expected { visitor }, a platform's id or a telephone number")
  if (!pseudonyms) return refuse(409, NO_SECRET)
  return answer(200, { erased: await erasePlatformVisitor(store, pseudonyms, { site, visitor }) })
}

const NO_SECRET =
  'Expected the secret that pseudonyms are made with, got none, so nobody is known by such an id: ' +
  'give createHelpHandlers (createCollector) a `pseudonymSecret` or a `serverKey`.'
