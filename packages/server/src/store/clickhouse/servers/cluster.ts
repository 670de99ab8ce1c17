import type { QueryParams } from '../../store.js'

/** One block: rows of one table, the same bytes however often it is sent. */
export interface Block {
  readonly table: string
  /** NDJSON, one row a line. */
  readonly rows: string
  /** Same token, same block: what a server has taken in under it is not taken in again. */
  readonly token: string
}

/** 'legacy': servers before 22, which know no parameters, window functions and lightweight deletes. */
export type ServerDialect = 'modern' | 'legacy'

export interface CommandOptions {
  /** Default: every shard. */
  readonly shard?: number
  /** On every replica, not on one of each shard: for DDL where no `on cluster` tells the others. */
  readonly everywhere?: boolean
  /** May be made twice (`if not exists`, a delete): tried again where it is not known whether it was. Default false. */
  readonly isRepeatable?: boolean
}

/** As those of `Cluster`, but of one replica alone. */
export interface OneReplica {
  readonly address: string
  query<Row>(sql: string, params?: QueryParams): Promise<Row[]>
  command(sql: string, options?: Pick<CommandOptions, 'isRepeatable'>): Promise<void>
  insert(block: Block): Promise<void>
}

/**
 * The servers of a store. Nothing is connected before the first call. Rejects with `StoreUnavailable`, but where the
 * statement itself is refused, or a row of a block: that is a mistake of ours, and an `Error`.
 */
export interface Cluster {
  /** For people: addresses and database, no secret. */
  readonly name: string
  readonly database: string
  /** The cluster of `remote_servers`, for `Distributed` and `on cluster`; null where none is named. */
  readonly clusterName: string | null
  /** How many; visitors are dealt out by it. */
  readonly shards: number
  dialect(): Promise<ServerDialect>
  /** What `select version()` says. */
  version(): Promise<string>
  /**
   * Asks any replica that answers. Parameters stand in the statement as `{name:Type}`; a legacy server gets literals.
   * Whole numbers come back as numbers.
   */
  query<Row>(sql: string, params?: QueryParams): Promise<Row[]>
  /** The same on one shard's own tables. */
  queryShard<Row>(shard: number, sql: string, params?: QueryParams): Promise<Row[]>
  /** How many replicas a shard has. */
  replicasOf(shard: number): number
  /** Asks that replica alone, once: what it has shown, it shows again. Rejects where another might answer. */
  queryReplica<Row>(shard: number, replica: number, sql: string, params?: QueryParams): Promise<Row[]>
  /** A change, such as DDL or a delete. Tried again only where it is sure that no server has seen it. */
  command(sql: string, options?: CommandOptions): Promise<void>
  /** Resolves when a replica has acknowledged it; tries others, with the same bytes and token, for `giveUpAfterMs`. */
  insert(shard: number, block: Block): Promise<void>
  /**
   * Does a work on one and the same replica of a shard, one that answers now: what the work has written there, it reads.
   * Where that one fails in the middle, the work does, and who wants it begins anew.
   */
  onOneReplica<Result>(shard: number, work: (replica: OneReplica) => Promise<Result>): Promise<Result>
  /** What is wrong and does not stand in the way, a sentence each: replicas left aside, a clock that is off. */
  warnings(): readonly string[]
  close(): Promise<void>
}

export interface ClusterOptions {
  /**
   * After so long without an acknowledgement an insert is given up, when each replica was tried; a question after 5 s, or
   * after this if it is shorter. Default 30 s.
   */
  readonly giveUpAfterMs?: number
  /** Settings that go with every question to a modern server. */
  readonly querySettings?: Readonly<Record<string, string | number>>
  /** Epoch ms. */
  readonly now?: () => number
  readonly random?: () => number
  readonly sleep?: (ms: number) => Promise<void>
  /** Takes one line when a replica is left aside or comes back. Default: nobody hears of it but by `warnings`. */
  readonly log?: (line: string) => void
}
