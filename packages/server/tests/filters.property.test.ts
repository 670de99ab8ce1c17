import { ENTRIES } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { checkReport } from './helpers/checkReport.js'
import { openingsOf } from './oracle/openings.js'
import { searchedOf } from './oracle/searched.js'
import { visitsOf } from './oracle/sessions.js'

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

const LOCALES = ['en', 'es']

/** What lies in a session is chosen with it, so the parts make up the whole. */
test.each([
  ['articles', 'entry', ENTRIES, ({ totals }: { totals: { opens: number } }) => totals.opens],
  ['outcomes', 'entry', ENTRIES, ({ totals }: { totals: { interactions: number } }) => totals.interactions],
  ['flow', 'entry', ENTRIES, ({ rows }: { rows: readonly { times: number }[] }) => sum(rows.map(({ times }) => times))],
  ['searches', 'locale', LOCALES, ({ totals }: { totals: { searches: number } }) => totals.searches],
  ['vitals', 'locale', LOCALES, ({ rows }: { rows: readonly { n: number }[] }) => sum(rows.map(({ n }) => n))],
] as const)(
  'the report %s by %s adds up to all',
  async (name, filter, values, numberOf) => {
    await checkReport(
      name,
      async (report, _, __, read) => {
        const parts = []
        for (const value of values) parts.push(numberOf((await read(`&${filter}=${value}`)) as never))
        expect(sum(parts)).toBe(numberOf(report as never))
      },
      { numRuns: 5 },
    )
  },
  240_000,
)

test('an article or a search chooses the sessions in which it occurs, and all that lies in them', async () => {
  await checkReport('outcomes', async (_, events, { from, to }, read) => {
    const visits = visitsOf(events).filter(({ opening }) => opening.ts >= from && opening.ts < to)
    const opened = openingsOf(events).filter(({ event }) => event.article.id === 'tabs')
    const searched = searchedOf(events).filter(
      ({ query, countsAt }) => query === 'tabs' && countsAt >= from && countsAt < to,
    )
    const isShown = new Set(searched.map(({ event }) => event.tabId)).size >= 3
    const withArticle = visits.filter((visit) => opened.some(({ event }) => event.sessionId === visit.opening.id))
    const withSearch = visits.filter((visit) => searched.some(({ sessionId }) => sessionId === visit.opening.id))
    const numbersOf = (chosen: typeof visits) => ({
      sessions: chosen.length,
      interactions: sum(chosen.map(({ interactions }) => interactions)),
      found: chosen.filter(({ isRead, isContacted }) => isRead && !isContacted).length,
    })
    expect((await read('&article=tabs')).totals).toMatchObject(numbersOf(withArticle))
    expect((await read('&query=tabs')).totals).toMatchObject(numbersOf(isShown ? withSearch : []))
    const both = withArticle.filter((visit) => withSearch.includes(visit))
    const isShownThere =
      new Set(
        searched
          .filter(({ sessionId }) => withArticle.some(({ opening }) => opening.id === sessionId))
          .map(({ event }) => event.tabId),
      ).size >= 3
    expect((await read('&article=tabs&query=tabs')).totals).toMatchObject(numbersOf(isShownThere ? both : []))
  })
}, 240_000)
