import { expect, test } from '@jest/globals'
import { checkReport, nearly } from './helpers/checkReport.js'
import { outcomesOf } from './oracle/outcomes.js'

test('the outcomes report has the rows that its definition asks for, however the events were sent', async () => {
  await checkReport('outcomes', ({ rows, totals }, events, within) => {
    const ends = [...rows.slice(1).map(({ start }) => Date.parse(start)), within.to]
    for (const [i, { start, ...row }] of rows.entries()) {
      expect(row).toEqual(nearly(outcomesOf(events, { from: Date.parse(start), to: ends[i]! })))
    }
    expect(totals).toEqual(nearly(outcomesOf(events, within)))
    expect(totals.found + totals.failed + totals.contacted).toBe(totals.sessions)
  })
}, 240_000)
