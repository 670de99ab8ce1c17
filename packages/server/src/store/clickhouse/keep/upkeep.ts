import { oneAtATime } from '../../../oneAtATime.js'
import type { Engine } from '../../duckdb/engine.js'
import type { Forgotten } from '../../store.js'
import { leasedWithin } from '../derive/leases.js'
import { caughtUp, standOn } from '../derive/standing.js'
import { type Held, isHeldByOthers, whileHeld } from '../derive/whileHeld.js'
import type { Cluster } from '../servers/cluster.js'
import { deleteRows } from '../tables/deleteRows.js'
import { eraseVisitor } from './eraseVisitor.js'
import { BEGINNING, forgetSome, type Progress } from './forgetBefore.js'
import type { Keeping } from './keeping.js'
import { dropEmptyMonths, tidy } from './tidy.js'

const DAY_MS = 24 * 60 * 60_000
const EVERY_MS = 60 * 60_000
const TRY_AGAIN_MS = 60_000

/** How long a deletion that is asked for waits for those who derive. */
const WAIT_MS = 60_000

export interface UpkeepOptions {
  readonly cluster: Cluster
  readonly keeping: Keeping
  readonly scratch: () => Promise<Engine>
  /** Takes what is computed with. */
  readonly folder: string
  /** No two processes have the same, and none that derives. */
  readonly holder: string
  /** Epoch ms. */
  readonly now: () => number
  readonly keepDays: number | null
  /** Takes one line for each fault that no caller sees. */
  readonly say: (line: string) => void
}

/** What is deleted of a cluster, by itself or because somebody asks for it. */
export interface Upkeep {
  /** Once an hour removes what is too old. Waits for a first piece of it; the others go while questions are answered. */
  whenDue(): Promise<void>
  eraseVisitor(visitor: string): Promise<number>
  forgetBefore(moment: number): Promise<Forgotten>
  /** Resolves when nothing goes on any more. */
  stop(): Promise<void>
}

export function createUpkeep(options: UpkeepOptions): Upkeep {
  const { cluster, keeping, scratch, folder, holder, now, keepDays, say } = options
  let doneAt = Number.NEGATIVE_INFINITY
  let begun: Promise<void> | null = null
  let going: Promise<unknown> = Promise.resolve()
  let isStopped = false

  const inTurn = oneAtATime()

  /** What is deleted is not made anew of what was read before. */
  const whileNobodyDerives = <T>(deed: string, work: (held: Held) => Promise<T>): Promise<T> =>
    inTurn(() => whileHeld({ cluster, name: 'derive', holder, now, waitMs: WAIT_MS, deed }, work))

  const forgetPiece = (before: number, done: Progress): Promise<Progress | null> =>
    whileNobodyDerives('forgets what is old', async (held) => {
      // What is not seen may be why something stays.
      const whole = await caughtUp(cluster)
      return forgetSome({ cluster: whole, scratch: await scratch(), folder, keeping, held, now: now() }, before, done)
    })

  /** Between two pieces others derive. Resolves to all that went. */
  async function forgetAll(before: number, begun: Progress | null): Promise<Forgotten> {
    let { sessions, events } = begun ?? BEGINNING
    for (let next = begun; next && !isStopped; ) {
      next = await forgetPiece(before, next)
      if (next) ({ sessions, events } = next)
    }
    await keeping.alone(() => deleteRows(cluster, { table: 'tickets', where: `at < ${before}` }))
    await dropEmptyMonths(cluster, before)
    return { sessions, events }
  }

  /** Who has just begun leaves it to those who did it within the hour. */
  async function begin(isFirst: boolean): Promise<void> {
    const order = { cluster, name: 'tidy', holder, now, waitMs: 0, deed: 'removes what is too old' }
    if (isFirst && (await leasedWithin(order, EVERY_MS))) return
    await whileHeld(order, () => tidy(cluster, now())).catch((error: unknown) => {
      if (!isHeldByOthers(error)) throw error
    })
    if (keepDays === null) return
    const before = now() - keepDays * DAY_MS
    const first = await forgetPiece(before, BEGINNING)
    going = forgetAll(before, first).catch(sayWhy)
  }

  const sayWhy = (error: unknown): void => say(error instanceof Error ? error.message : String(error))

  return {
    whenDue() {
      if (begun) return begun
      if (now() - doneAt < EVERY_MS) return Promise.resolve()
      const isFirst = doneAt === Number.NEGATIVE_INFINITY
      doneAt = now()
      begun = begin(isFirst)
        .catch((error: unknown) => {
          sayWhy(error)
          doneAt = now() - EVERY_MS + TRY_AGAIN_MS
        })
        .finally(() => {
          begun = null
        })
      return begun
    },
    eraseVisitor: (visitor) =>
      whileNobodyDerives('erases a visitor', async (held) => {
        const { cluster: standing } = await standOn(cluster)
        return eraseVisitor({ cluster: standing, keeping, held, now: now() }, visitor)
      }),
    forgetBefore: (moment) => forgetAll(moment, BEGINNING),
    async stop() {
      isStopped = true
      await begun
      await going
    },
  }
}
