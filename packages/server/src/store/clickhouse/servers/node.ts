import { Readable } from 'node:stream'
import type { ClickHouseSettings } from '@clickhouse/client'
import { type Column, toRow } from '../../../sql/clickhouse/rows.js'
import type { QueryParams } from '../../store.js'
import { agentOf } from './agentOf.js'
import type { ClickhouseUrl } from './clickhouseUrl.js'
import type { Block, ServerDialect } from './cluster.js'
import { legacyText } from './legacyText.js'

/** One replica, as it was met. Its errors are the client's. */
export interface Node {
  readonly version: string
  readonly dialect: ServerDialect
  /** How far its clock is ahead of ours. Its `now()` knows whole seconds. */
  readonly clockAheadMs: number
  query<Row>(sql: string, params: QueryParams | undefined, settings: Settings): Promise<Row[]>
  command(sql: string): Promise<void>
  insert(block: Block): Promise<void>
  /** Ends its connections when what it is asked at the moment is done. */
  retire(): Promise<void>
  /** Ends them at once. */
  close(): Promise<void>
}

export type Settings = Readonly<Record<string, string | number>>

const FIRST_MODERN = 22
/** The first that keeps apart what is inserted again without being waited for. */
const FIRST_ASYNC_DEDUPLICATION = 23

/** An answer counts when it is whole: an error in the middle of one would come after "200 OK". */
const WHOLE = { wait_end_of_query: 1 } as const

/**
 * Connects, and asks who answers. Every body is gzipped, not for its size alone: servers before 22 take a body that was
 * cut off at the end of a line for a whole one, but no cut gzip.
 */
export async function meet(address: string, url: ClickhouseUrl, now: () => number): Promise<Node> {
  const { createClient, ClickHouseLogLevel, drainStream } = await import('@clickhouse/client')
  const client = createClient({
    url: address,
    database: url.database,
    application: 'helptally',
    request_timeout: url.requestTimeoutMs,
    compression: { request: true },
    // Whatever goes wrong, the cluster says it once, in a sentence.
    log: { level: ClickHouseLogLevel.OFF },
    http_agent: await agentOf(address, url),
    use_multipart_params_auto: true,
    ...asking(url),
  })
  const answer = async (query: string, settings: ClickHouseSettings, params?: QueryParams): Promise<Answer> => {
    const result = await client.query({
      query,
      format: 'JSONCompact',
      clickhouse_settings: { ...WHOLE, ...settings },
      ...(params && { query_params: { ...params } }),
    })
    return result.json() as Promise<unknown> as Promise<Answer>
  }
  const asked = new Set<Promise<unknown>>()
  const counted = <Result>(work: Promise<Result>): Promise<Result> => {
    asked.add(work)
    return work.finally(() => asked.delete(work))
  }
  const { version, clockAheadMs } = await greet(answer, now).catch(async (error: unknown) => {
    await client.close()
    throw error
  })
  const isLegacy = majorOf(version) < FIRST_MODERN
  const query = async <Row>(sql: string, params: QueryParams | undefined, settings: Settings): Promise<Row[]> => {
    const { meta, data } = isLegacy ? await answer(legacyText(sql, params), {}) : await answer(sql, settings, params)
    return data.map((values) => toRow<Row>(meta, values))
  }
  const command = async (sql: string): Promise<void> => {
    await client.command({ query: isLegacy ? legacyText(sql) : sql, clickhouse_settings: WHOLE })
  }
  const insert = async ({ table, rows, token }: Block): Promise<void> => {
    const { stream } = await client.exec({
      query: `insert into ${table} format JSONEachRow`,
      values: Readable.from([Buffer.from(rows)], { objectMode: false }),
      clickhouse_settings: { ...WHOLE, ...(isLegacy ? {} : settingsOfInsert(url, version, token)) },
    })
    await drainStream(stream)
  }
  return {
    version,
    dialect: isLegacy ? 'legacy' : 'modern',
    clockAheadMs,
    query: (sql, params, settings) => counted(query(sql, params, settings)),
    command: (sql) => counted(command(sql)),
    insert: (block) => counted(insert(block)),
    async retire() {
      await Promise.allSettled(asked)
      await client.close()
    },
    close: () => client.close(),
  }
}

interface Answer {
  readonly meta: readonly Column[]
  readonly data: readonly (readonly unknown[])[]
}

/** Who asks: a token, else a certificate where there is one and no password beside it, else a password. */
function asking({ login, tls }: ClickhouseUrl): Parameters<typeof import('@clickhouse/client').createClient>[0] {
  const [token, password] = [login.token(), login.password()]
  if (token !== null) return { access_token: token }
  if (tls.client === null || password !== '') return { username: login.user, password }
  return {
    set_basic_auth_header: false,
    http_headers: { 'X-ClickHouse-User': login.user, 'X-ClickHouse-SSL-Certificate-Auth': 'on' },
  }
}

async function greet(
  answer: (query: string, settings: ClickHouseSettings) => Promise<Answer>,
  now: () => number,
): Promise<Pick<Node, 'version' | 'clockAheadMs'>> {
  const before = now()
  const { data } = await answer('select version(), toUnixTimestamp(now())', {})
  const [version, seconds] = data[0] as [string, number]
  const ours = (before + now()) / 2
  // Somewhere within that second.
  return { version, clockAheadMs: Number(seconds) * 1000 + 500 - ours }
}

/**
 * Servers from 26.2 on put inserts off by themselves, and from 22.6 on drop fields that a table has not: neither shall
 * happen unsaid. With many short-lived writers (serverless) the server gathers what comes at once, and answers when it is written.
 */
function settingsOfInsert({ insert }: ClickhouseUrl, version: string, token: string): ClickHouseSettings {
  const isDirect = insert === 'direct'
  return {
    insert_deduplicate: 1,
    insert_deduplication_token: token,
    input_format_skip_unknown_fields: 0,
    async_insert: isDirect ? 1 : 0,
    wait_for_async_insert: 1,
    ...(isDirect && majorOf(version) >= FIRST_ASYNC_DEDUPLICATION && { async_insert_deduplicate: 1 }),
  }
}

const majorOf = (version: string): number => Number.parseInt(version, 10)
