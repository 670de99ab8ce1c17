import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { countConversations } from '../../conversations/countConversations.js'
import { touchArrivedSql } from '../../facts/touch.sql.js'
import { listRepeated, settleLedger, turnErased, turnKnown } from '../../ledger/settle.js'
import { cutTornLine } from '../../log/cutTornLine.js'
import { syncFolder } from '../../log/segmentFile.js'
import * as sql from './drain.sql.js'
import type { Engine, Run } from './engine.js'
import { anyErased } from './eraseVisitor.js'

/** One transaction takes at most so many segments, so that its memory stays bounded. */
const SEGMENTS_AT_ONCE = 8

/**
 * Moves closed segments into the engine; resolves to how many events arrived. A segment is removed only after the
 * transaction that took its rows and its name: killed between the two, the next drain finds the name and removes the
 * file.
 */
export async function drain(engine: Engine, folder: string, closed: readonly string[], now: number): Promise<number> {
  if (closed.length === 0) return 0
  const drained = new Set((await engine.query<{ segment: string }>(sql.drainedSql)).map((row) => row.segment))
  await remove(
    folder,
    closed.filter((segment) => drained.has(segment)),
  )
  const waiting = closed.filter((segment) => !drained.has(segment))
  let arrived = 0
  for (let i = 0; i < waiting.length; i += SEGMENTS_AT_ONCE) {
    const segments = waiting.slice(i, i + SEGMENTS_AT_ONCE)
    for (const segment of segments) await cutTornLine(join(folder, segment))
    arrived += await engine.transaction((run) => take(run, folder, segments, now))
    await remove(folder, segments)
  }
  return arrived
}

interface ArrivedRange {
  readonly first: string
  readonly last: string
  readonly events: number
  readonly has_conversations: boolean
}

async function take(run: Run, folder: string, segments: readonly string[], now: number): Promise<number> {
  await run(sql.arriveSql, { segments: segments.map((segment) => join(folder, segment)) })
  await listRepeated(run)
  if (await anyErased(run, now)) await turnErased(run)
  const ranges = await run<ArrivedRange>(sql.arrivedRangesSql)
  for (const { first, last } of ranges) await turnKnown(run, { first, last })
  await settleLedger(run)
  if (ranges.length > 0) {
    await run(sql.insertEventsSql)
    await run(touchArrivedSql)
    await run(sql.rollUpSql)
    await run(sql.dropRolledSql)
    await run(sql.insertSessionsSql)
    if (ranges.some(({ has_conversations }) => has_conversations)) await countConversations(run)
  }
  await run(sql.forgetDrainedSql)
  await run(sql.markDrainedSql, { segments })
  return ranges.reduce((sum, { events }) => sum + events, 0)
}

async function remove(folder: string, segments: readonly string[]): Promise<void> {
  if (segments.length === 0) return
  for (const segment of segments) await rm(join(folder, segment), { force: true })
  await syncFolder(folder)
}
