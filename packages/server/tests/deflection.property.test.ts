import type { HelpEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { checkReport, NOW, nearly } from './helpers/checkReport.js'
import { formsBy, ticketsBy } from './oracle/deflection.js'

const HOUR = 3_600_000

test('the deflection report has the rows that its definition asks for, however the events were sent', async () => {
  await checkReport(
    'deflection',
    ({ rows, totals, tickets, self_service }, events, within) => {
      const wanted = formsBy(events, within)
      const byForm = (a: { form: string }, b: { form: string }) => (a.form < b.form ? -1 : 1)
      expect(rows.toSorted(byForm)).toEqual(wanted.rows.toSorted(byForm).map(nearly))
      expect(totals).toEqual(nearly(wanted.totals))
      expect({ tickets, self_service }).toEqual(
        nearly(ticketsBy(events, ticketsOf(events), { ...within, now: NOW, hours: 2 })),
      )
    },
    { params: '&window_hours=2', tickets: ticketsOf },
  )
}, 240_000)

/** Around every bound, by visitor or by what the page was told, and of nobody known. */
function ticketsOf(events: readonly HelpEvent[]) {
  return events
    .filter((_, i) => i % 11 === 0)
    .map(({ ts, visitorId: visitor }, i) => {
      const who = [{ visitor }, { ref: `ref-${(2 * i) % 40}` }, { ref: 'nobody' }][i % 3]!
      return { ticket: `T-${i}`, at: ts + [-1, 0, HOUR, 2 * HOUR, 2 * HOUR + 1][i % 5]!, ...who }
    })
    .filter(({ at }) => at <= NOW)
}
