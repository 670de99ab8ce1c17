import { randomUUID } from 'node:crypto'
import { annotationsOf } from '../annotations/annotationsOf.js'
import { readAnnotation } from '../annotations/readAnnotation.js'
import { isUuid } from '../isUuid.js'
import { parseReportQuery } from '../reports/parseReportQuery.js'
import type { Reader } from './access.js'
import { answer, refuse } from './answers.js'
import { parseJson } from './parseJson.js'
import { readText } from './readText.js'
import type { Context } from './routes.js'
import { EXPECTED_SITE, siteOf } from './siteOf.js'

const MAX_BYTES = 16_384

/** `POST {base}/annotations?site`: keeps what was done to the help center. The same one told again is kept once. */
export async function addAnnotation(
  request: Request,
  { store, defaults, now }: Context,
  _: readonly string[],
  { name: by }: Reader,
): Promise<Response> {
  const site = siteOf(request, defaults)
  if (!site) return refuse(400, EXPECTED_SITE)
  const read = await readText(request, ['application/json'], MAX_BYTES)
  if (!read.ok) return refuse(read.status, read.error, read.headers)
  const annotation = readAnnotation(parseJson(read.text), now())
  if (typeof annotation === 'string') return refuse(400, annotation)
  const id = await store.changeAnnotations({ do: 'add', site, annotation: { ...annotation, id: randomUUID(), by } })
  return answer(200, { id })
}

/** `GET {base}/annotations?site&from&to&tz`: the latest first. */
export async function getAnnotations(request: Request, { store, defaults, now }: Context): Promise<Response> {
  const parsed = parseReportQuery(new URL(request.url).searchParams, now(), defaults)
  if (!parsed.ok) return refuse(400, parsed.reason)
  return answer(200, { rows: await annotationsOf(store, parsed.query) })
}

/** `DELETE {base}/annotations/{id}?site`. */
export async function removeAnnotation(
  request: Request,
  { store, defaults }: Context,
  path: readonly string[],
): Promise<Response> {
  const site = siteOf(request, defaults)
  if (!site) return refuse(400, EXPECTED_SITE)
  const id = path[1]!
  const removed = isUuid(id) ? await store.changeAnnotations({ do: 'remove', site, id }) : null
  return removed ? answer(200, { id: removed }) : refuse(404, 'This site has no annotation of this id.')
}
