import type { HelpEvent } from '@helptally/core'
import type { Reply } from '../../../src/ports/ports.js'
import type { FakeBrowser } from '../../support/fakeBrowser.js'
import { takeBatch } from '../../support/takeBatch.js'
import type { Fault } from '../trace.js'

const LATE_MS = 4_000
const RETRY_AFTER_MS = 20_000

/** A collector that stores each event once, and fails as the trace says: one fault a request, then no more. */
export interface Collector {
  readonly log: HelpEvent[]
  readonly requests: number
  /** How often each fault met a request. */
  readonly met: Map<Fault, number>
  /** Events that came a second time. */
  readonly repeated: number
  /** Turns nothing away: a page that ends has one chance only. */
  isKind: boolean
  post(body: string): Promise<Reply>
}

export function createCollector(browser: FakeBrowser, faults: readonly Fault[]): Collector {
  const log = { received: [] as HelpEvent[], chat: [], copies: 0, dropped: 0 }
  const met = new Map<Fault, number>()
  const coming = [...faults]
  let requests = 0

  const answer = async (fault: Fault, body: string): Promise<Reply> => {
    const told = fault.startsWith('stored') ? takeBatch(log, body) : {}
    if (fault === 'stored, reply late') await new Promise<void>((resolve) => browser.timer(LATE_MS, resolve))
    if (fault === 'stored, reply lost' || fault === 'unreachable') throw new TypeError('Failed to fetch')
    if (fault === 'stored, then 503' || fault === '503') return { status: 503 }
    if (fault === '429') return { status: 429, retryAfterMs: RETRY_AFTER_MS }
    return { status: 202, ...told }
  }
  return {
    log: log.received,
    met,
    get requests() {
      return requests
    },
    get repeated() {
      return log.copies
    },
    isKind: false,
    post(body) {
      requests++
      const next = this.isKind ? 'stored' : (coming.shift() ?? 'stored')
      met.set(next, (met.get(next) ?? 0) + 1)
      return answer(next, body)
    },
  }
}
