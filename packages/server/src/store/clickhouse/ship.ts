import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { closedSegments } from '../../log/closedSegments.js'
import type { Engine } from '../duckdb/engine.js'
import type { Cluster } from './cluster.js'
import { insertBlock } from './insertRows.js'
import { hasLanded, onCluster } from './landed.js'
import { makePlan } from './makePlan.js'
import type { Plan } from './plan.js'
import { planName, plansIn, readPlan, removePlan, writePlan } from './planFile.js'

/** A server forgets tokens some day. Of a plan older than this, each block is looked for before it is sent. */
const SURE_MS = 10 * 60_000

export interface Shipper {
  /** The folder of the log. */
  readonly folder: string
  readonly boot: string
  readonly cluster: Cluster
  readonly scratch: Engine
  /** Epoch ms. */
  readonly now: () => number
  /** Whether a log of this boot lives and ships its segments itself. */
  readonly isHere: (boot: string) => boolean
}

/**
 * Brings what is closed to the cluster, one segment after the other: first a plan, durable before anything of it is
 * sent, then its blocks. Killed anywhere, what was sent is sent again just as it was, and taken in once. Resolves to
 * how many segments there were.
 */
export async function ship(shipper: Shipper): Promise<number> {
  const { folder, isHere } = shipper
  const plans = await plansIn(folder)
  for (const name of plans) await carryOut(shipper, name)
  const segments = await closedSegments(folder, isHere)
  for (const segment of segments) {
    await planSegment(shipper, segment).catch(ignoreGone)
    await carryOut(shipper, planName(segment))
  }
  return plans.length + segments.length
}

async function planSegment(shipper: Shipper, segment: string): Promise<void> {
  const { folder, boot, cluster, scratch, now } = shipper
  const plan = await makePlan(scratch, onCluster(cluster, now), { folder, segment, boot, now: now() })
  await writePlan(folder, plan)
}

async function carryOut(shipper: Shipper, name: string): Promise<void> {
  const { folder } = shipper
  const plan = await readPlan(folder, name)
  if (plan === null) return
  await send(shipper, plan)
  // The segment first: a plan without one is carried out again, a segment without one is planned anew.
  await rm(join(folder, plan.segment), { force: true })
  await removePlan(folder, name)
}

async function send({ cluster, now }: Shipper, { madeAt, blocks }: Plan): Promise<void> {
  const isSure = now() - madeAt < SURE_MS
  for (const block of blocks) {
    if (isSure || !(await hasLanded(cluster, block))) await insertBlock(cluster, block.shard, block)
  }
}

/** Another process has shipped it meanwhile. */
function ignoreGone(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}
