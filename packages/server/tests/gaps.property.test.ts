import { expect, test } from '@jest/globals'
import { checkReport, nearly } from './helpers/checkReport.js'
import { gapsBy } from './oracle/gaps.js'

test.each([3, 5])(
  'the gaps report has what its definition asks for, of what failed in %i tabs',
  async (k) => {
    await checkReport(
      'gaps',
      ({ rows, totals }, events, within) => {
        const wanted = gapsBy(events, within, { k, tz: 'Europe/Madrid' })
        const byQuery = (a: { query: string }, b: { query: string }) => (a.query < b.query ? -1 : 1)
        expect(rows.toSorted(byQuery)).toEqual(wanted.rows.toSorted(byQuery).map(nearly))
        expect(totals).toEqual(wanted.totals)
      },
      { params: `&k=${k}` },
    )
  },
  240_000,
)
