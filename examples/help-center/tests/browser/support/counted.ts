import type { SessionsReport } from '@helptally/server/reports'
import type { HelpCenter } from './helpCenter.js'
import { until } from './until.js'

type Counts = SessionsReport['totals']

/** Counts from now on, so that tests can share one help center. */
export async function countFromNow({ sessions }: HelpCenter) {
  const before = await sessions()
  const now = async () => {
    const after = await sessions()
    return Object.fromEntries(
      Object.entries(after).map(([name, count]) => [name, count - before[name as keyof Counts]]),
    ) as Counts
  }
  return {
    now,
    /** Waits for the count that is expected, and says what it was when it does not come. */
    async toBe(expected: Partial<Counts>): Promise<void> {
      const full = { sessions: 0, article_click: 0, direct_link: 0, search_enter: 0, orphan_searches: 0, ...expected }
      await until(now, (counts) => JSON.stringify(sorted(counts)) === JSON.stringify(sorted(full)))
    },
  }
}

const sorted = (counts: object) => Object.entries(counts).sort()
