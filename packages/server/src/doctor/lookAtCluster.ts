import { join } from 'node:path'
import { damagedSegments } from '../log/closedSegments.js'
import type { Cluster } from '../store/clickhouse/servers/cluster.js'
import { type Waiting, waitingIn } from '../store/clickhouse/ship/backlog.js'
import { type Finding, lookingAt } from './finding.js'
import { lookAtReplica } from './lookAtReplica.js'
import { pendingSql, versionSql } from './lookAtReplica.sql.js'

/** One server of a cluster, by itself. */
export interface AskedReplica {
  /** For people. */
  readonly address: string
  /** Counted from 0. */
  readonly shard: number
  /** Asks this server and no other. */
  readonly alone: Cluster
}

export interface AskedCluster {
  readonly replicas: readonly AskedReplica[]
  /** Of the log in front of it. */
  readonly folder: string
  /** Epoch ms. */
  readonly now: () => number
}

const MINUTE_MS = 60_000
/** What waits is shipped every few seconds. */
const SHIPPED_WITHIN_MS = 10 * MINUTE_MS

/** Looks at the servers of a ClickHouse store, one by one, and at what waits for them. Makes nothing and changes nothing. */
export async function lookAtCluster(asked: AskedCluster): Promise<Finding[]> {
  const { replicas, folder, now } = asked
  const logFolder = join(folder, 'log')
  const ofReplicas: Finding[] = []
  for (const replica of replicas) ofReplicas.push(...(await lookAtReplica(replica, now)))
  const damaged = await damagedSegments(logFolder).catch(() => [])
  return [
    ...ofReplicas,
    ...(await lookAtPending(replicas)),
    lookAtWaiting(await waitingIn(logFolder), logFolder, now()),
    lookingAt(
      'Log',
      'lines that can be read',
      'Look after the disk, and remove the files *.damaged once you have looked at them.',
    )(
      damaged.length === 0,
      damaged.length === 0 ? 'every line can be read.' : `lines that nobody can read are in ${damaged.join(', ')}.`,
    ),
  ]
}

function lookAtWaiting({ bytes, since }: Waiting, folder: string, now: number): Finding {
  const waits = lookingAt(
    'Shipping',
    'a log whose lines are on the cluster within seconds',
    'Mend what is said of the servers above, and see that a process of the site runs: each ships its own lines, and those of processes that are gone.',
  )
  if (since === null) return waits(true, 'nothing waits in the log.')
  const megabytes = (bytes / 1_000_000).toFixed(1)
  return waits(
    now - since <= SHIPPED_WITHIN_MS,
    `${megabytes} MB wait in ${folder}, since ${new Date(since).toISOString()}.`,
  )
}

interface Pending {
  readonly blocks: number
  /** Epoch seconds. */
  readonly since: number
}

/** Whoever asks next derives it, so that it waits is no fault. Of each shard the first server that answers is asked. */
async function lookAtPending(replicas: readonly AskedReplica[]): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [shard, own] of Map.groupBy(replicas, (replica) => replica.shard)) {
    const pending = await firstAnswer(own)
    if (!pending) continue
    const part = replicas.at(-1)!.shard > 0 ? `Sessions of shard ${shard + 1}` : 'Sessions'
    const found =
      pending.blocks === 0
        ? 'made of all events that came.'
        : `${pending.blocks} blocks of events wait to be made into sessions, since ${isoOf(pending.since)}: the next question does it.`
    findings.push(lookingAt(part, 'sessions made of all events', '')(true, found))
  }
  return findings
}

async function firstAnswer(replicas: readonly AskedReplica[]): Promise<Pending | null> {
  for (const { alone } of replicas) {
    try {
      const [made] = await alone.query<{ version: number }>(versionSql(alone.database))
      if (made!.version === 0) return null
      return (await alone.query<Pending>(pendingSql(alone)))[0]!
    } catch {
      // It is told of above why this one does not answer.
    }
  }
  return null
}

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString()
