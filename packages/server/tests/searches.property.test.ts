import { expect, test } from '@jest/globals'
import { checkReport, NOW, nearly } from './helpers/checkReport.js'
import { searchesBy } from './oracle/searches.js'

test.each([3, 5])(
  'the searches report has what its definition asks for, of what %i tabs have searched',
  async (k) => {
    await checkReport(
      'searches',
      ({ rows, totals }, events, within) => {
        const wanted = searchesBy(events, within, { k, now: NOW })
        const byQuery = (a: { query: string }, b: { query: string }) => (a.query < b.query ? -1 : 1)
        expect(rows.toSorted(byQuery)).toEqual(wanted.rows.toSorted(byQuery).map(nearly))
        expect(totals).toEqual(nearly(wanted.totals))
      },
      { params: `&k=${k}` },
    )
  },
  240_000,
)
