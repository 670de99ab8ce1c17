import type { HelpEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { checkReport } from './helpers/checkReport.js'
import { latestSessions, lost, openSessions, whatIsGoingOn } from './oracle/live.js'

const LIMIT = 200
const MINUTE = 60_000

/** After the last thing that happened: its session is open, or is so no more, or ends at this very moment. */
const SOON = [0, MINUTE + 1, 5 * MINUTE - 1, 5 * MINUTE, 6 * MINUTE]

function momentOf(events: readonly HelpEvent[]): number {
  return Math.max(...events.map(({ ts }) => ts)) + SOON[events.length % SOON.length]!
}

test('the live report says what its definition asks for, however the events were sent', async () => {
  let seen = { open: 0, closed: 0, shown: 0, withheld: 0, lost: 0 }
  await checkReport(
    'live',
    ({ rows, totals, per_minute, searches, searches_withheld, not_found }, events, within) => {
      const now = momentOf(events)
      expect(totals.open).toBe(openSessions(events, now))
      const told = rows.map(({ id, started_at, ended_at, duration_ms, articles }) => ({
        ...{ id, started_at, ended_at, duration_ms, articles },
      }))
      expect(told).toEqual(latestSessions(events, within, now))
      expect({ per_minute, searches, searches_withheld }).toEqual(whatIsGoingOn(events, now, LIMIT))
      const pages = lost(events, now)
      expect(not_found).toEqual(pages.map(({ by: _, ...page }) => ({ ...page, referrer: expect.any(String) })))
      for (const [i, { by }] of pages.entries()) expect(by).toContain(not_found[i]!.referrer)
      seen = {
        open: seen.open + totals.open,
        closed: seen.closed + rows.filter(({ ended_at }) => ended_at !== null).length,
        shown: seen.shown + searches.length,
        withheld: seen.withheld + searches_withheld,
        lost: seen.lost + not_found.length,
      }
    },
    { now: momentOf, limit: LIMIT },
  )
  expect(Object.values(seen).every((times) => times > 0)).toBe(true)
}, 240_000)
