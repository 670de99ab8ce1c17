import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { closedSegments, isAbandoned } from '../../../log/closedSegments.js'
import { parseName } from '../../../log/segmentName.js'
import { setDamageAside, someDamaged } from '../../../log/setDamageAside.js'
import type { Engine } from '../../duckdb/engine.js'
import { isUnreadable } from '../../duckdb/faults.js'
import type { Cluster } from '../servers/cluster.js'
import { insertBlock } from '../tables/insertRows.js'
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
  /** Takes one line for each fault that no caller sees. */
  readonly say: (line: string) => void
}

/**
 * Brings what is closed to the cluster, one segment after the other: first a plan, durable before anything of it is
 * sent, then its blocks. Killed anywhere, what was sent is sent again just as it was, and taken in once. Resolves to
 * how many segments there were.
 */
export async function ship(shipper: Shipper): Promise<number> {
  const { folder, boot } = shipper
  const plans = await ownOf(shipper, await plansIn(folder))
  for (const name of plans) await carryOut(shipper, name)
  const segments = await ownOf(shipper, await closedSegments(folder, (other) => other === boot))
  for (const segment of segments) {
    await planSegment(shipper, segment).catch(ignoreGone)
    await carryOut(shipper, planName(segment))
  }
  return plans.length + segments.length
}

/** Of these files those of this process, and of those that are gone: who lives ships its own. */
async function ownOf({ folder, boot }: Shipper, files: readonly string[]): Promise<string[]> {
  const own: string[] = []
  for (const file of files) {
    const name = parseName(file)
    if (name && (name.boot === boot || (await isAbandoned(join(folder, file), name)))) own.push(file)
  }
  return own
}

async function planSegment(shipper: Shipper, segment: string): Promise<void> {
  const { folder, boot, cluster, scratch, now, say } = shipper
  const plan = () => makePlan(scratch, onCluster(cluster, now), { folder, segment, boot, now: now() })
  const made = await plan().catch(async (error: unknown) => {
    if (!isUnreadable(error) || !(await setDamageAside(join(folder, segment)))) throw error
    say(someDamaged(folder))
    return plan()
  })
  await writePlan(folder, made)
}

async function carryOut(shipper: Shipper, name: string): Promise<void> {
  const { folder } = shipper
  const plan = await readPlan(folder, name)
  if (plan === null) return
  await sendBlocks(shipper.cluster, plan, shipper.now())
  // The segment first: a plan without one is carried out again, a segment without one is planned anew.
  await rm(join(folder, plan.segment), { force: true })
  await removePlan(folder, name)
}

/** `now`: epoch ms. */
export async function sendBlocks(cluster: Cluster, { madeAt, blocks }: Plan, now: number): Promise<void> {
  const isSure = now - madeAt < SURE_MS
  for (const block of blocks) {
    if (isSure || !(await hasLanded(cluster, block))) await insertBlock(cluster, block.shard, block)
  }
}

/** Another process has shipped it meanwhile. */
function ignoreGone(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}
