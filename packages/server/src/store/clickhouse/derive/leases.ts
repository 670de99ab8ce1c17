import type { Cluster } from '../servers/cluster.js'

/** How long a lease holds without being renewed. */
export const LEASE_MS: number = 60_000

export interface Lease {
  /** Greater than that of every lease before. */
  readonly epoch: number
  /** By the clock of this process, epoch ms. */
  readonly until: number
}

export interface LeaseOrder {
  readonly cluster: Cluster
  /** What it is for. */
  readonly name: string
  /** Whose it shall be: no two processes have the same. */
  readonly holder: string
  /** Epoch ms. */
  readonly now: () => number
}

interface Row {
  readonly epoch: number
  readonly holder: string
  /** How long it still holds, by the server's clock. */
  readonly left_ms: number
}

/**
 * The right to do something alone for a minute; null while another has it. The servers let one insert through under a
 * token: of several processes that ask for the same epoch, one has it. Held ones are renewed by the next epoch.
 */
export async function takeLease({ cluster, name, holder, now }: LeaseOrder): Promise<Lease | null> {
  const before = await latest(cluster, name)
  if (before && before.holder !== holder && before.left_ms > 0) return null
  const asked = now()
  const tried = unseenOf(cluster)
  const epoch = Math.max((before?.epoch ?? 0) + 1, nextAfter(tried.get(name), asked))
  await cluster.insert(0, {
    table: 'leases',
    rows: `${JSON.stringify({ name, epoch, holder, held_ms: LEASE_MS })}\n`,
    token: `lease/${name}/${epoch}`,
  })
  const after = await latest(cluster, name)
  if ((after?.epoch ?? 0) >= epoch) tried.delete(name)
  else if (tried.get(name)?.epoch !== epoch) tried.set(name, { epoch, since: asked })
  return after?.epoch === epoch && after.holder === holder ? { epoch, until: asked + LEASE_MS } : null
}

interface Unseen {
  readonly epoch: number
  /** Epoch ms. */
  readonly since: number
}

const unseen = new WeakMap<Cluster, Map<string, Unseen>>()

/** By name, the epoch that was taken by somebody and that no replica shows. */
function unseenOf(cluster: Cluster): Map<string, Unseen> {
  const found = unseen.get(cluster) ?? new Map<string, Unseen>()
  unseen.set(cluster, found)
  return found
}

/** The one who has it may be on a replica that went away with it. Whoever held it holds it no more after so long. */
const nextAfter = (tried: Unseen | undefined, now: number): number =>
  tried === undefined ? 0 : tried.epoch + (now - tried.since > LEASE_MS ? 1 : 0)

/** Lets others have it at once. */
export async function leaveLease({ cluster, name }: LeaseOrder, { epoch }: Lease): Promise<void> {
  await cluster.insert(0, {
    table: 'leases',
    rows: `${JSON.stringify({ name, epoch: epoch + 1, holder: '', held_ms: 0 })}\n`,
    token: `lease/${name}/${epoch + 1}`,
  })
}

/** Whether anybody had it so lately, by the servers' clock. */
export async function leasedWithin({ cluster, name }: LeaseOrder, ms: number): Promise<boolean> {
  const sql = `select count(*) as leases from leases where name = '${name}' and toInt64(now()) - toInt64(taken_at) < ${ms / 1000}`
  const [found] = await cluster.queryShard<{ leases: number }>(0, sql)
  return found!.leases > 0
}

/** Servers before 22 know no tokens, and let two rows of one epoch in: then one of them has it for all who see both. */
async function latest(cluster: Cluster, name: string): Promise<Row | undefined> {
  const sql =
    'select epoch, holder, held_ms - 1000 * (toInt64(now()) - toInt64(taken_at)) as left_ms ' +
    `from leases where name = '${name}' order by epoch desc, holder limit 1`
  return (await cluster.queryShard<Row>(0, sql))[0]
}
