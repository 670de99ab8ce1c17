import type { Engine } from './engine.js'

/** The pieces in which the database's tables lie. */
export interface Pieces {
  /** Notes how many events a drain has brought. */
  add(events: number): void
  /** Whether there is enough to put together, and little else to do. A checkpoint without a change would do nothing. */
  areMany(): boolean
  putTogether(): Promise<void>
}

export interface PieceSizes {
  /** Events. As many rows lie in a whole piece. */
  readonly whole?: number
  /** Events. A drain that brings fewer says that little is going on. */
  readonly quiet?: number
}

/** Of up to three pieces each. Questions wait for as long. */
const MERGES_AT_ONCE = 2

const mergeSql = `
set max_vacuum_tasks = ${MERGES_AT_ONCE}`

const leaveSql = `
set max_vacuum_tasks = 0`

/**
 * Every checkpoint adds a piece to a table, and takes the rows that were replaced out of none. To put pieces together
 * writes each event a second time, for more than its drain has cost: so it waits until little comes in.
 */
export function createPieces(engine: Engine, { whole = 122_880, quiet = 1_000 }: PieceSizes = {}): Pieces {
  let loose = 0
  let latest = 0
  return {
    add(events) {
      loose += events
      latest = events
    },
    areMany: () => loose >= whole && latest > 0 && latest < quiet,
    async putTogether() {
      loose -= whole
      await engine.query(mergeSql)
      try {
        await engine.query('checkpoint')
      } finally {
        await engine.query(leaveSql)
      }
    },
  }
}
