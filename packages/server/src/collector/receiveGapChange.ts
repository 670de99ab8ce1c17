import type { GapChange, GapChanged } from '../gapWork/gapWork.js'
import { isKnownSql } from '../gapWork/gapWork.sql.js'
import { readGapChange } from '../gapWork/readGapChange.js'
import { K_TABS } from '../reports/settings.js'
import type { Store } from '../store/store.js'
import type { Reader } from './access.js'
import { answer, refuse, seeOther } from './answers.js'
import { backTo } from './backTo.js'
import { isOwnPage } from './origins.js'
import { parseJson } from './parseJson.js'
import { readText } from './readText.js'
import type { Context } from './routes.js'
import { EXPECTED_SITE, siteOf } from './siteOf.js'

const MAX_BYTES = 16_384
const FORM = 'application/x-www-form-urlencoded'
/** A page of another origin cannot send the first without leave; the second is only taken from the site's own pages. */
const TYPES = ['application/json', FORM]

/**
 * `POST {base}/gaps?site`: what an editor does to a gap. JSON is answered with the number of the change; a form of the
 * dashboard is led back to the page that it names in `back`, with what came of it as `done`.
 */
export async function receiveGapChange(
  request: Request,
  { store, defaults, now }: Context,
  _: readonly string[],
  { name: by }: Reader,
): Promise<Response> {
  const site = siteOf(request, defaults)
  if (!site) return refuse(400, EXPECTED_SITE)
  const read = await readText(request, TYPES, MAX_BYTES)
  if (!read.ok) return refuse(read.status, read.error, read.headers)
  const isForm = read.type === FORM
  if (isForm && !isOwnPage(request)) return refuse(403, 'Expected a form of a page of this site.')
  const body = isForm ? Object.fromEntries(new URLSearchParams(read.text)) : parseJson(read.text)
  const change = readGapChange(body)
  if (typeof change === 'string') return refuse(400, change)
  const changed = await changeKnown(store, { site, at: now(), by, change })
  if (isForm) return seeOther(backTo((body as Readonly<Record<string, string>>).back, saidOf(changed)))
  return 'conflict' in changed ? refuse(409, changed.conflict) : answer(200, changed)
}

/** Only what is about nobody is put together: else a gap's numbers would tell of a search that is withheld. */
async function changeKnown(
  store: Store,
  order: { site: string; at: number; by: string; change: GapChange },
): Promise<GapChanged> {
  const { site, change } = order
  if (change.do === 'merge') {
    for (const query of [change.query, change.into]) {
      const [found] = await store.queryFacts<{ known: boolean }>(isKnownSql, { site, query, k: K_TABS })
      if (!found!.known) return { conflict: `"${query}" has been searched in fewer than ${K_TABS} tabs` }
    }
  }
  return store.changeGaps(order)
}

const saidOf = (changed: GapChanged): string => ('conflict' in changed ? 'conflict' : String(changed.nr ?? 'nothing'))
