import type { Checkpoint } from './checkpoint.js'
import { copyEvents, type SourceId } from './copyEvents.js'
import { type Counts, compareOthers, copyOthers, type OtherCounts } from './copyOthers.js'
import { mustBeFillable } from './mustBeFillable.js'
import type { Side, Target } from './side.js'
import { isWrong, type VerifiedDays, verifyDays } from './verifyDays.js'

/** A site that goes on writing to the old store always has something new: then another run takes the rest. */
const MOST_ROUNDS = 20

export type Phase = 'copy' | 'compare' | 'derive'

export interface MigrationOptions {
  /** What the source is known by in the target. */
  readonly source: SourceId
  readonly checkpoint: Checkpoint
  /** Fills a store that others have filled, too. */
  readonly add: boolean
  /** Events that are done of so many, up to a day (epoch ms); of `derive`, parts that are left. */
  readonly onProgress: (phase: Phase, done: number, of: number, day: number | null) => void
  readonly signal: AbortSignal
  /** Epoch ms. */
  readonly now: () => number
  readonly eventsAtOnce?: number
}

export interface Migrated {
  /** Events and rows that came into the target. */
  readonly copied: Counts & { readonly events: number }
  /** Events that both stores had from their page. */
  readonly twice: number
  readonly days: VerifiedDays
  readonly others: OtherCounts
  /** Whether something came to the source until the end, so that another run will find more. */
  readonly goes_on: boolean
  /** Whether all that the source had is in the target as it was. */
  readonly equal: boolean
}

/** Copies a store into another one, as it lies, in rounds until nothing is left, and compares both. */
export async function migrateStore(from: Side, to: Target, options: MigrationOptions): Promise<Migrated> {
  const { source, checkpoint, add, onProgress, signal, now, eventsAtOnce } = options
  await mustBeFillable(from, to, source, add)
  await to.resume()
  const watch = (phase: Phase) => ({
    onEvents: (done: number, of: number, day: number) => onProgress(phase, done, of, day),
    signal,
  })
  const copied: { -readonly [What in keyof Migrated['copied']]: number } = {
    ...{ events: 0, ledger: 0, ledger_events: 0, tickets: 0, annotations: 0, gap_changes: 0, erased: 0, removed: 0 },
  }
  let [twice, goesOn] = [0, true]
  for (let round = 1; goesOn && round <= MOST_ROUNDS; round++) {
    await from.settle()
    const events = await copyEvents(from, to, source, watch('copy'), eventsAtOnce)
    signal.throwIfAborted()
    const others = await copyOthers(from, to, source, now())
    copied.events += events.taken
    for (const [table, rows] of Object.entries(others)) copied[table as keyof Counts] += rows
    twice += events.twice
    goesOn = events.taken + Object.values(others).reduce((sum, rows) => sum + rows, 0) > 0
  }
  const days = await verifyDays(from, to, source, checkpoint, watch('compare'), eventsAtOnce)
  await to.derive((left) => onProgress('derive', left, 0, null), signal)
  const others = await compareOthers(from, to, source, now())
  const isComplete = goesOn || Object.values(others).every(({ missing }) => missing === 0)
  return { copied, twice, days, others, goes_on: goesOn, equal: isComplete && !days.unequal.some(isWrong) }
}
