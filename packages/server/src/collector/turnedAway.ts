import type { TurnedAwayLine } from '../ledger/ledgerLine.js'

/** Counts what is turned away, in memory: a line in the log for each would let a flood write to the disk. */
export interface TurnedAway {
  add(outcome: TurnedAwayLine['outcome'], site: string, n: number): void
  /** The counts since the last call. Whoever cannot store them gives them back, with `add`. */
  take(receivedAt: number): TurnedAwayLine[]
}

/** Sites are named by whoever sends. */
const MAX_SITES = 1_000

export function createTurnedAway(): TurnedAway {
  let counts = new Map<string, Omit<TurnedAwayLine, 'received_at'>>()
  return {
    add(outcome, asked, n) {
      const site = counts.size < MAX_SITES ? asked : ''
      const key = `${outcome} ${site}`
      counts.set(key, { outcome, site, n: (counts.get(key)?.n ?? 0) + n })
    },
    take(receivedAt) {
      const lines = [...counts.values()].map((count) => ({ ...count, received_at: receivedAt }))
      counts = new Map()
      return lines
    },
  }
}
