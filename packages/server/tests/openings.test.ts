import type { HelpEvent } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import { parseReportQuery } from '../src/reports/parseReportQuery.js'
import { readReport } from '../src/reports/readReport.js'
import type { ArticleRow } from '../src/reports/shapes.js'
import type { Store } from '../src/store/store.js'
import { contact, leave, MINUTE, NOON, opening, rowsOf, SITE, search, vote } from './helpers/events.js'
import { tempStore } from './helpers/temp.js'

const SECOND = 1_000
const install = opening({ seq: 1, words: 238 })
/** Of the same session, after so many ms. */
const after = (ms: number) => ({ seq: 2, ts: NOON + ms, sessionId: install.id }) as const
const read = (engagedMs: number, scroll: number) => leave({ ...after(MINUTE), openId: install.id, engagedMs, scroll })

async function articleRow(...events: readonly HelpEvent[]): Promise<ArticleRow> {
  const store = await tempStore()
  await store.append(rowsOf(...events))
  return rowIn(store)
}

async function rowIn(store: Store, params: object = {}): Promise<ArticleRow> {
  const parsed = parseReportQuery({ site: SITE, from: '2026-03-10', to: '2026-03-11', ...params }, NOON)
  if (!parsed.ok) throw new Error(parsed.reason)
  const { rows } = await readReport(store, 'articles', parsed.query, NOON)
  return rows.find(({ article }) => article === 'install')!
}

describe('an event of an opening', () => {
  test.each([
    ['a reload within ten seconds', 'reload', 10 * SECOND, 1],
    ['a reload after ten seconds', 'reload', 10 * SECOND + 1, 2],
    ['the way back within half an hour', 'history', 30 * MINUTE, 1],
    ['the way back after half an hour', 'history', 30 * MINUTE + 1, 2],
    ['a click, however soon', 'soft', 1, 2],
  ] as const)('%s counts as it should', async (_, nav, ms, opens) => {
    expect((await articleRow(install, opening({ ...after(ms), nav }))).opens).toBe(opens)
  })

  test('that counts as another brings its reading to that one', async () => {
    const again = opening({ ...after(5 * SECOND), nav: 'reload' })
    const more = leave({ ...after(2 * MINUTE), seq: 4, openId: again.id, engagedMs: 20_000, scroll: 60 })
    const row = await articleRow(install, again, { ...read(10_000, 30), seq: 3 }, more)
    expect(row).toMatchObject({ engaged_median_ms: 30_000, scroll_median: 60, read: { rate: 1, n: 1 } })
  })
})

describe('an article of 238 words, expected to take a minute', () => {
  test.each([
    [24_000, 50, 1],
    [23_999, 50, 0],
    [24_000, 49, 0],
    [60_000, 0, 0],
  ])('engaged for %i ms and seen to %i %% is read: %i', async (engagedMs, scroll, rate) => {
    expect((await articleRow(install, read(engagedMs, scroll))).read).toEqual({ rate, n: 1 })
  })

  test.each([
    [5_999, 1],
    [6_000, 0],
  ])('left for good after %i ms is a quick exit: %i', async (engagedMs, rate) => {
    expect((await articleRow(install, read(engagedMs, 0))).quick_exit).toEqual({ rate, n: 1 })
  })

  test.each([
    ['home', 1],
    ['search_result', 1],
    ['nav', 1],
    ['suggestion', 0],
    ['in_article', 0],
  ] as const)('left at once for another by %s is a quick exit: %i', async (via, rate) => {
    const next = opening({ ...after(2_000), via, article: { id: 'tabs' } })
    expect((await articleRow(install, next)).quick_exit).toEqual({ rate, n: 1 })
  })
})

test('what nobody has told of was not read, and has no engaged time', async () => {
  expect(await articleRow(install)).toMatchObject({
    engaged_median_ms: null,
    engaged_p75_ms: null,
    read: { rate: 0, n: 1 },
    helpfulness: { rate: null, n: 0, low: null },
  })
})

test.each([
  [24 * 60 * MINUTE, 1],
  [24 * 60 * MINUTE + 1, 0],
])('a contact of the visitor %i ms after it, in whatever tab, follows the article: %i', async (ms, rate) => {
  const elsewhere = contact({ ts: NOON + ms, tabId: '0198c000-0000-7000-8000-0000000000cc' })
  expect((await articleRow(install, elsewhere)).contact_after).toEqual({ rate, n: 1 })
})

test('of the votes of a visitor on a revision the last counts, and another revision is another vote', async () => {
  const votes = [1, -1].map((value, i) => vote({ ...after(i + 1), seq: i + 2, value: value as 1 | -1 }))
  const other = vote({ ...after(9), seq: 4, article: { id: 'install', rev: '2' } })
  const { helpfulness, failed } = await articleRow(install, ...votes, other)
  expect(helpfulness).toMatchObject({ rate: 0.5, n: 2, low: expect.closeTo(0.0945, 4) })
  expect(failed).toEqual({ rate: 1, n: 1 })
})

test('what comes late changes what was reported', async () => {
  const store = await tempStore()
  await store.append(rowsOf(install))
  expect((await rowIn(store)).search_again.rate).toBe(0)
  await store.append(rowsOf(search(after(MINUTE))))
  expect((await rowIn(store)).search_again.rate).toBe(1)
})

test('an article belongs to the day on which its session began', async () => {
  const begun = opening({ seq: 1, article: { id: 'tabs' }, ts: Date.UTC(2026, 2, 10, 23, 59) })
  const late = opening({ seq: 2, ts: begun.ts + 2 * MINUTE, sessionId: begun.id })
  expect((await articleRow(begun, late)).opens).toBe(1)
})

test('an erased visitor is in no report any more', async () => {
  const store = await tempStore()
  await store.append(rowsOf(install))
  await rowIn(store)
  await store.eraseVisitor(install.visitorId)
  expect(await rowIn(store)).toBeUndefined()
})
