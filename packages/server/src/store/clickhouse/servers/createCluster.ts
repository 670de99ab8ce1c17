import { setTimeout as after } from 'node:timers/promises'
import type { QueryParams } from '../../store.js'
import { attempt, type Deed, type Outcome } from './attempt.js'
import { type ClickhouseUrl, nameOf } from './clickhouseUrl.js'
import { clockWarning } from './clockWarning.js'
import type { Block, Cluster, ClusterOptions, CommandOptions, OneReplica } from './cluster.js'
import { type Fault, faultOf } from './faults.js'
import { meet, type Node } from './node.js'
import { inOrder, type Replica, replicaAt, spare, welcome } from './replicas.js'

const GIVE_UP_AFTER_MS = 30_000
/** A page waits for it. */
const ANSWER_WITHIN_MS = 5_000

export function createCluster(url: ClickhouseUrl, options: ClusterOptions = {}): Cluster {
  const { now = Date.now, random = Math.random, sleep = after, log = () => undefined } = options
  const { giveUpAfterMs = GIVE_UP_AFTER_MS, querySettings = {} } = options
  const shards = url.shards.map((addresses) => addresses.map((address) => replicaAt<Node>(address)))
  const all = shards.flat()
  /** Also those that were let go and still have something to finish. */
  const nodes = new Set<Node>()
  const clocks = new Map<string, string>()
  let isClosed = false

  const nodeOf = (replica: Replica<Node>): Promise<Node> => {
    replica.node ??= meet(replica.address, url, now).then((node) => {
      nodes.add(node)
      const warning = clockWarning(replica.address, node.clockAheadMs)
      if (warning === null) clocks.delete(replica.address)
      else clocks.set(replica.address, warning)
      return node
    })
    return replica.node
  }

  /** Whoever answers there next may be of another version: it may have been stopped for that. */
  const letGo = async (replica: Replica<Node>): Promise<void> => {
    const met = await replica.node?.catch(() => null)
    replica.node = null
    if (!met) return
    await met.retire()
    nodes.delete(met)
  }

  const failed = (replica: Replica<Node>, fault: Fault): Outcome<never> => {
    if (spare(replica, fault, { now: now(), random }) && !isClosed) log(`[helptally] ${fault.says}`)
    if (fault.spare === 'all') void letGo(replica)
    return { isDone: false, fault }
  }

  const once = async <Result>(replica: Replica<Node>, deed: Deed<Node, Result>): Promise<Outcome<Result>> => {
    const scene = { address: replica.address, url }
    let node: Node
    try {
      node = await nodeOf(replica)
    } catch (error) {
      replica.node = null
      return failed(replica, { ...faultOf(error, scene), isUnseen: true })
    }
    try {
      const result = await deed.on(node)
      if (welcome(replica, deed.purpose)) log(`[helptally] ClickHouse at ${replica.address} is back.`)
      return { isDone: true, result }
    } catch (error) {
      return failed(replica, faultOf(error, scene))
    }
  }

  const world = { once, isClosed: () => isClosed, now, random, sleep }
  const reading = {
    purpose: 'reading',
    isRepeatable: true,
    giveUpAfterMs: Math.min(ANSWER_WITHIN_MS, giveUpAfterMs),
  } as const
  const writing = { purpose: 'writing', giveUpAfterMs } as const

  type Replicas = readonly Replica<Node>[]
  const ask = <Row>(replicas: Replicas, sql: string, params?: QueryParams): Promise<Row[]> =>
    attempt(replicas, { ...reading, on: (node) => node.query<Row>(sql, params, querySettings) }, world)
  const change = (replicas: Replicas, sql: string, isRepeatable: boolean): Promise<void> =>
    attempt(replicas, { ...writing, isRepeatable, on: (node) => node.command(sql) }, world)
  const fill = (replicas: Replicas, block: Block): Promise<void> =>
    attempt(replicas, { ...writing, isRepeatable: true, on: (node) => node.insert(block) }, world)
  const anyNode = (): Promise<Node> => attempt(all, { ...reading, on: async (node) => node }, world)

  const shardAt = (shard: number): Replicas => {
    const replicas = shards[shard]
    if (!replicas) throw new Error(`[helptally] Expected a shard from 0 to ${shards.length - 1}, got ${shard}.`)
    return replicas
  }

  const alone = (replica: Replica<Node>): OneReplica => ({
    address: replica.address,
    query: (sql, params) => ask([replica], sql, params),
    command: (sql, { isRepeatable = false } = {}) => change([replica], sql, isRepeatable),
    insert: (block) => fill([replica], block),
  })

  return {
    name: nameOf(url),
    database: url.database,
    clusterName: url.cluster,
    shards: shards.length,
    dialect: async () => (await anyNode()).dialect,
    version: async () => (await anyNode()).version,
    query: (sql, params) => ask(all, sql, params),
    queryShard: async (shard, sql, params) => ask(shardAt(shard), sql, params),
    replicasOf: (shard) => shardAt(shard).length,
    async queryReplica<Row>(shard: number, replica: number, sql: string, params?: QueryParams) {
      const once = { ...reading, giveUpAfterMs: 0 }
      return attempt(
        [shardAt(shard)[replica]!],
        { ...once, on: (node) => node.query<Row>(sql, params, querySettings) },
        world,
      )
    },
    async command(sql: string, { shard, everywhere = false, isRepeatable = false }: CommandOptions = {}) {
      const chosen = shard === undefined ? shards : [shardAt(shard)]
      const groups = everywhere ? chosen.flat().map((replica) => [replica]) : chosen
      for (const group of groups) await change(group, sql, isRepeatable)
    },
    insert: async (shard, block) => fill(shardAt(shard), block),
    async onOneReplica<Result>(shard: number, work: (replica: OneReplica) => Promise<Result>) {
      const replicas = inOrder(shardAt(shard), 'writing', { now: now(), random })
      const greeting = { ...reading, giveUpAfterMs: 0, on: (node: Node) => node.query('select 1', undefined, {}) }
      let fault: unknown
      for (const replica of replicas) {
        const isHere = await attempt([replica], greeting, world).then(
          () => true,
          (error: unknown) => {
            fault = error
            return false
          },
        )
        if (isHere) return work(alone(replica))
      }
      throw fault
    },
    warnings: () => [...sparedFor(all), ...clocks.values()],
    async close() {
      isClosed = true
      await Promise.all([...nodes].map((node) => node.close()))
      nodes.clear()
    },
  }
}

function sparedFor(replicas: readonly Replica<Node>[]): string[] {
  const faults = replicas.flatMap(({ spared }) => [spared.reading?.fault, spared.writing?.fault])
  return [...new Set(faults.flatMap((fault) => (fault ? [`[helptally] ${fault.says}`] : [])))]
}
