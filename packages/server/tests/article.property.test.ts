import { expect, test } from '@jest/globals'
import { checkReport, nearly } from './helpers/checkReport.js'
import { besideOf, momentOf, revisionsBy } from './oracle/article.js'
import { articlesBy } from './oracle/articles.js'

const ARTICLE = 'tabs'

test('the article report is what its definition asks for, however the events were sent', async () => {
  await checkReport(
    'article',
    (report, events, within) => {
      const revisions = report.rows.map(({ score: _, first_at: __, ...row }) => row)
      expect(inAnyOrder(revisions)).toEqual(inAnyOrder(revisionsBy(events, within, ARTICLE)).map(nearly))
      const whole = articlesBy(events, within).find(({ article }) => article === ARTICLE)
      const totals = report.totals && { article: ARTICLE, ...report.totals, score: undefined }
      expect(totals).toEqual(whole ? nearly(whole) : null)
      for (const [name, wanted] of Object.entries(besideOf(events, within, ARTICLE))) {
        const found: readonly object[] = report[name as keyof ReturnType<typeof besideOf>]
        const isSorted = name === 'comments' || name === 'reading'
        expect([name, isSorted ? found : inAnyOrder(found)]).toEqual([
          name,
          nearly(isSorted ? wanted : inAnyOrder<object>(wanted)),
        ])
      }
      const ends = [...report.series.slice(1).map(({ start }) => Date.parse(start)), within.to]
      for (const [i, { start, failed: _, ...moment }] of report.series.entries()) {
        expect(moment).toEqual(nearly(momentOf(events, { from: Date.parse(start), to: ends[i]! }, ARTICLE)))
      }
    },
    { params: `&article=${ARTICLE}` },
  )
}, 240_000)

const inAnyOrder = <T extends object>(all: readonly T[]): T[] => all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

/** What it is about, without its counts. */
const keyOf = (row: object): string =>
  JSON.stringify(
    Object.entries(row)
      .filter(([name, value]) => typeof value === 'string' || name === 'value')
      .sort(),
  )
