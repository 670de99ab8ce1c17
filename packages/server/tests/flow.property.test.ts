import { expect, test } from '@jest/globals'
import { checkReport, nearly } from './helpers/checkReport.js'
import { flowBy } from './oracle/flow.js'

test.each([2, 200])(
  'the flow report has what its definition asks for, of %i articles',
  async (most) => {
    await checkReport(
      'flow',
      ({ rows, totals }, events, within) => {
        const wanted = flowBy(events, within, { most })
        const nameOf = ({ from, to, via }: (typeof rows)[number]) => `${from} ${to} ${via}`
        const byName = (a: (typeof rows)[number], b: (typeof rows)[number]) => (nameOf(a) < nameOf(b) ? -1 : 1)
        expect(rows.toSorted(byName)).toEqual(wanted.rows.toSorted(byName).map(nearly))
        expect(totals).toEqual(wanted.totals)
      },
      { limit: most },
    )
  },
  240_000,
)
