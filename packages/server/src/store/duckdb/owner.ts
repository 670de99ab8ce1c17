import { join } from 'node:path'
import { closedSegments, openSegments } from '../../log/closedSegments.js'
import type { SegmentLog } from '../../log/segmentLog.js'
import { oneAtATime } from '../../oneAtATime.js'
import { StoreUnavailable } from '../../storeUnavailable.js'
import type { Answers } from './answers.js'
import { backup } from './backup.js'
import { drain } from './drain.js'
import type { Engine } from './engine.js'
import { eraseVisitor } from './eraseVisitor.js'
import { forgetBefore } from './forgetBefore.js'
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
  readonly engine: Engine
  /** The other processes; null while nobody can reach this one. */
  readonly writers: () => Writers | null
  /** Called when the engine refuses everything until it is opened anew. */
  readonly onBroken: () => void
}

/** Drains everybody's segments into the engine, and answers from it. */
export function createOwner({ folder, log, engine, writers, onBroken, now, keepDays }: Owned): Owner {
  const logFolder = join(folder, 'log')
  const inTurn = oneAtATime()
  const backupsInTurn = oneAtATime()
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
    try {
      await drain(engine, logFolder, await closedSegments(logFolder, isHere), now())
      await forgetOld()
    } catch (error) {
      if (isFatal(error)) onBroken()
      throw cannotDrain(folder, error)
    }
  }

  async function forgetOld(): Promise<void> {
    if (keepDays === null || now() - forgotAt < FORGET_EVERY_MS) return
    await forgetBefore(engine, now() - keepDays * DAY_MS)
    forgotAt = now()
  }

  return {
    drain: drained,
    async query(sql, params) {
      await drained()
      return engine.query(sql, params)
    },
    eraseVisitor: (visitorId) =>
      inTurn(async () => {
        await drainNow()
        return eraseVisitor(engine, visitorId, now())
      }),
    forgetBefore: (moment) =>
      inTurn(async () => {
        await drainNow()
        return forgetBefore(engine, moment)
      }),
    backup: (to) =>
      backupsInTurn(async () => {
        await drained()
        return backup(engine, to)
      }),
    async health() {
      await drained()
      return { ready: true, reason: null, engine: 'duckdb', owner: process.pid }
    },
    close: () => backupsInTurn(() => inTurn(async () => engine.close())),
  }
}

/** After a fatal error, such as a full disk at a checkpoint, DuckDB refuses everything until it is opened anew. */
const isFatal = (error: unknown): boolean => /FATAL|invalidated/.test(String(error))

function cannotDrain(folder: string, error: unknown): StoreUnavailable {
  const message = error instanceof Error ? error.message : String(error)
  return new StoreUnavailable(
    `[helptally] The store ${folder} cannot take in what was acknowledged (${message.split('\n')[0]}). Nothing is lost: ` +
      'it lies in the log, and is taken in once the cause is mended. Expected a disk with free space.',
    { cause: error },
  )
}
