import { setTimeout } from 'node:timers/promises'
import { isUnavailable, StoreUnavailable } from '../../../storeUnavailable.js'
import type { Engine } from '../../duckdb/engine.js'
import type { Cluster } from '../servers/cluster.js'
import { ownName } from '../tables/tables.js'
import { deriveSome, isPending, type Pending } from './derive.js'
import { LEASE_MS, type Lease, leaveLease, takeLease } from './leases.js'
import { type Standing, standOn } from './standing.js'
import { ROUNDS } from './whileHeld.js'

/** How long a question waits for another process that derives: longer than one that was killed keeps others out. */
const WAIT_MS = LEASE_MS + 15_000
const ASK_AGAIN_MS = 100

export interface DerivingOptions {
  readonly cluster: Cluster
  readonly scratch: () => Promise<Engine>
  /** Takes what is computed with. */
  readonly folder: string
  /** No two processes have the same. */
  readonly holder: string
  /** Epoch ms. */
  readonly now: () => number
  readonly sleep?: (ms: number) => Promise<unknown>
}

/** Of the rounds of one lease. */
const MOST_FAILURES = 5

/** Brings the derived tables up to date with all that has come, whoever does it: of all processes one at a time. */
export function createDeriving(options: DerivingOptions): () => Promise<void> {
  const { cluster, scratch, folder, holder, now, sleep = setTimeout } = options
  const order = { cluster, name: 'derive', holder, now }

  async function whileHeld(first: Lease, moment: number): Promise<void> {
    let lease = first
    const mustHold = (): void => {
      if (now() > lease.until) throw new StoreUnavailable(ranOut(cluster))
    }
    const renew = async (): Promise<void> => {
      if (now() > lease.until - LEASE_MS / 2) lease = (await takeLease(order)) ?? lease
    }
    const hold = async (): Promise<void> => {
      mustHold()
      await renew()
    }
    const engine = await scratch()

    /** False when nothing is left. */
    async function deriveRound(version: string): Promise<boolean> {
      const standing = await standOn(cluster)
      const among = await whatIsPending(standing, moment)
      if (among === null) return false
      const derived = await deriveSome({ standing, scratch: engine, folder, hold, now }, version, among)
      if (derived === 0) await sleep(ASK_AGAIN_MS)
      return true
    }

    try {
      for (let round = 0n, failures = 0, isMore = true; isMore; round++) {
        isMore = await deriveRound(String(BigInt(lease.epoch) * ROUNDS + round)).catch((error: unknown) => {
          // The replica that was asked is away: another one may have all of it.
          if (!isUnavailable(error) || ++failures > MOST_FAILURES) throw error
          mustHold()
          return true
        })
        await renew()
      }
    } finally {
      await leaveLease(order, lease)
    }
  }

  return async () => {
    if (!(await isAnyPending(cluster))) return
    const moment = await momentOf(cluster)
    for (const until = now() + WAIT_MS; await isBehind(cluster, moment); ) {
      if ((await whatIsPending(await standOn(cluster), moment)) === null) return
      const lease = await takeLease(order)
      if (lease) return whileHeld(lease, moment)
      if (now() > until) throw new StoreUnavailable(othersDerive(cluster))
      await sleep(ASK_AGAIN_MS)
    }
  }
}

/** Most questions have nothing to wait for: they are told so by one question a shard, side by side. */
async function isAnyPending(cluster: Cluster): Promise<boolean> {
  const sql =
    `select count(*) as touches from ${ownName(cluster, 'touched')} t ` +
    `where ${isPending(cluster, 'new')} or ${isPending(cluster, 'unsettled')}`
  const shards = Array.from({ length: cluster.shards }, (_, shard) =>
    cluster.queryShard<{ touches: number }>(shard, sql),
  )
  return (await Promise.all(shards)).some(([found]) => found!.touches > 0)
}

/** By the servers' clock, seconds since the epoch. */
async function momentOf(cluster: Cluster): Promise<number> {
  return (await cluster.queryShard<{ moment: number }>(0, 'select toInt64(now()) as moment'))[0]!.moment
}

/** Whether of what came until then something has not been derived, or may have been derived in part. */
async function isBehind(cluster: Cluster, moment: number): Promise<boolean> {
  return (await isThere(cluster, 'new', moment)) || isThere(cluster, 'unsettled', moment)
}

/** What was derived in part waits until the replicas that are asked have all of it. */
async function whatIsPending({ cluster, isCaughtUp }: Standing, moment: number): Promise<Pending | null> {
  if (await isThere(cluster, 'new', moment)) return 'new'
  return (await isThere(cluster, 'unsettled', moment)) && (await isCaughtUp()) ? 'unsettled' : null
}

async function isThere(cluster: Cluster, pending: Pending, moment: number): Promise<boolean> {
  const sql =
    `select count(*) as touches from ${ownName(cluster, 'touched')} t ` +
    `where toInt64(t.told_at) <= ${moment} and ${isPending(cluster, pending)}`
  for (let shard = 0; shard < cluster.shards; shard++) {
    const [found] = await cluster.queryShard<{ touches: number }>(shard, sql)
    if (found!.touches > 0) return true
  }
  return false
}

const ranOut = ({ name }: Cluster): string =>
  `[helptally] Sessions are counted by another process now, because ${name} did not answer this one for a minute. ` +
  'Events are taken and safe, and nothing is counted twice. Expected a cluster that answers within seconds: look at its load.'

const othersDerive = ({ name }: Cluster): string =>
  `[helptally] Another process has been counting the sessions of ${name} for a minute, and is not done. Events are ` +
  'taken and safe. Ask again; expected is that it catches up within minutes.'
