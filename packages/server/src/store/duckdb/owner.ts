import { join } from 'node:path'
import { changeAnnotations } from '../../annotations/changeAnnotations.js'
import { foldSome } from '../../facts/fold.js'
import { changeGaps } from '../../gapWork/changeGaps.js'
import { closedSegments, damagedSegments, openSegments } from '../../log/closedSegments.js'
import type { SegmentLog } from '../../log/segmentLog.js'
import { setDamageAside, someDamaged } from '../../log/setDamageAside.js'
import { oneAtATime } from '../../oneAtATime.js'
import { StoreUnavailable } from '../../storeUnavailable.js'
import { keepTickets } from '../../tickets/keepTickets.js'
import type { QueryParams } from '../store.js'
import type { Answers } from './answers.js'
import { backup } from './backup.js'
import { drain } from './drain.js'
import { type Engine, keepReplayShortSql } from './engine.js'
import { eraseVisitor } from './eraseVisitor.js'
import { damaged, firstLine, isDamage, isFatal, isUnreadable } from './faults.js'
import { forgetBefore } from './forgetBefore.js'
import { keepOut } from './keepOut.js'
import { createPieces } from './pieces.js'
import { takeIn } from './takeIn.js'
import type { Writers } from './writers.js'

const DAY_MS = 24 * 60 * 60_000
const FORGET_EVERY_MS = 60 * 60_000

export interface Owner extends Answers {
  close(): Promise<void>
}

export interface Owned {
  readonly folder: string
  readonly log: SegmentLog
  /** Epoch ms. */
  readonly now: () => number
  readonly keepDays: number | null
  /** Takes one line for each fault that no caller sees. */
  readonly say: (line: string) => void
  readonly engine: Engine
  /** The other processes; null while nobody can reach this one. */
  readonly writers: () => Writers | null
  /** Called when the engine refuses everything until it is opened anew. */
  readonly onBroken: () => void
}

/** Drains everybody's segments into the engine, and answers from it. */
export function createOwner({ folder, log, engine, writers, onBroken, now, keepDays, say }: Owned): Owner {
  const logFolder = join(folder, 'log')
  const inTurn = oneAtATime()
  const backupsInTurn = oneAtATime()
  let damage: StoreUnavailable | null = null
  const pieces = createPieces(engine)
  let hasDrained = false
  /** Whether facts may wait to be folded. */
  let isTouched = true
  let forgotAt = Number.NEGATIVE_INFINITY
  let next: Promise<void> | null = null

  /** Callers that wait share one drain. */
  function drained(): Promise<void> {
    next ??= inTurn(() => {
      next = null
      return drainNow()
    })
    return next
  }

  async function drainNow(): Promise<void> {
    await log.rotate()
    const others = writers()
    await others?.closeSegments((await openSegments(logFolder)).filter(({ boot }) => boot !== log.boot))
    const isHere = (boot: string): boolean => boot === log.boot || others?.isHere(boot) === true
    await drainReadable(() => closedSegments(logFolder, isHere)).catch((error: unknown) => {
      throw understood(error) ?? cannotDrain(folder, error)
    })
  }

  async function drainReadable(findClosed: () => Promise<readonly string[]>): Promise<void> {
    try {
      await take(await findClosed())
    } catch (error) {
      if (!isUnreadable(error)) throw error
      // Those before the damaged one may have been taken in, and removed.
      const closed = await findClosed()
      let found = false
      for (const segment of closed) found = (await setDamageAside(join(logFolder, segment))) || found
      if (!found) throw error
      say(someDamaged(logFolder))
      await take(closed)
    }
    if (!hasDrained) await engine.query(keepReplayShortSql)
    hasDrained = true
    await forgetOld()
  }

  /** Beside a question DuckDB puts nothing together. What cannot be done now is done later. */
  async function putTogether(): Promise<void> {
    if (pieces.areMany()) await inTurn(pieces.putTogether).catch(understood)
  }

  async function take(closed: readonly string[]): Promise<void> {
    if (closed.length > 0) isTouched = true
    pieces.add(await drain(engine, logFolder, closed, now()))
  }

  /** What the engine's error means for people; null where it means nothing in particular. */
  function understood(error: unknown): StoreUnavailable | null {
    if (isFatal(error)) onBroken()
    if (!isDamage(error)) return null
    damage = damaged(folder, error)
    return damage
  }

  async function forgetOld(): Promise<void> {
    if (keepDays === null || now() - forgotAt < FORGET_EVERY_MS) return
    isTouched = true
    await forgetBefore(engine, now() - keepDays * DAY_MS, now())
    forgotAt = now()
  }

  async function query<Row>(sql: string, params?: QueryParams): Promise<Row[]> {
    await drained()
    return engine.query<Row>(sql, params).catch((error: unknown) => {
      throw understood(error) ?? error
    })
  }

  /** In turns, so that a long fold holds up no drain. */
  async function folded(): Promise<void> {
    while (isTouched) await inTurn(foldNext)
  }

  /** What is drained after it touches anew. */
  async function foldNext(): Promise<void> {
    isTouched = await foldSome(engine)
  }

  function changing<T>(change: () => Promise<T>): Promise<T> {
    return inTurn(() =>
      change().catch((error: unknown) => {
        throw understood(error) ?? error
      }),
    )
  }

  return {
    async drain() {
      await drained()
      await putTogether()
    },
    query,
    async queryFacts<Row>(sql: string, params?: QueryParams) {
      await drained()
      await folded().catch((error: unknown) => {
        throw understood(error) ?? error
      })
      return query<Row>(sql, params)
    },
    keepTickets: (feed) => changing(() => keepTickets(engine, feed)),
    changeAnnotations: (order) => changing(() => changeAnnotations(engine, order)),
    changeGaps: (order) => changing(() => changeGaps(engine, order)),
    eraseVisitor: (visitorId) =>
      inTurn(async () => {
        await drainNow()
        isTouched = true
        return eraseVisitor(engine, visitorId, now())
      }),
    keepOut: (erasures) => changing(() => keepOut(engine, erasures, now())),
    forgetBefore: (moment) =>
      inTurn(async () => {
        await drainNow()
        isTouched = true
        return forgetBefore(engine, moment, now())
      }),
    takeIn: (rows) =>
      changing(async () => {
        isTouched = true
        const taken = await takeIn(engine, rows, now())
        if (rows.table === 'events') pieces.add(taken.taken)
        return taken
      }),
    backup: (to) =>
      backupsInTurn(async () => {
        await drained()
        return backup(engine, to)
      }),
    async health() {
      await drained()
      if (damage) throw damage
      const reason = (await damagedSegments(logFolder)).length > 0 ? someDamaged(logFolder) : null
      return { ready: true, reason, engine: 'duckdb', owner: process.pid }
    },
    close: () => backupsInTurn(() => inTurn(() => engine.close())),
  }
}

function cannotDrain(folder: string, error: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `[helptally] The store ${folder} cannot take in what was acknowledged (${firstLine(error)}). Nothing is lost: ` +
      'it lies in the log, and is taken in once the cause is mended. Expected a disk with free space.',
    { cause: error },
  )
}
