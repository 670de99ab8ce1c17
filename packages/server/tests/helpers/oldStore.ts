import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'
import type { EventLine } from '../../src/log/storedEvent.js'

/** Makes a store file as Helptally did before it wrote down which version its tables have. */
export async function oldStore(
  folder: string,
  lines: readonly EventLine[],
  options: OldStoreOptions = {},
): Promise<void> {
  const { without = [], also = [] } = options
  const unknown = ['label', ...without]
  await mkdir(folder, { recursive: true })
  const instance = await DuckDBInstance.create(join(folder, 'helptally.duckdb'))
  const connection = await instance.connect()
  for (const statement of [events, sessions, drained]) await connection.run(statement)
  for (const column of without) await connection.run(`alter table events drop column ${column}`)
  for (const line of lines) {
    const row = { ...blank, at: line.ts, ...JSON.parse(JSON.stringify(line)) } as Record<string, DuckDBValue>
    const columns = Object.entries(row).filter(([column]) => !unknown.includes(column))
    const names = columns.map(([column]) => `"${column}"`).join(', ')
    const places = columns.map((_, i) => `$${i + 1}`).join(', ')
    await connection.run(
      `insert into events (${names}) values (${places})`,
      columns.map(([, value]) => value),
    )
    if (line.event_id !== line.session_id) continue
    await connection.run(
      `insert into sessions
       select event_id, site, channel, tab_id, visitor_id, entry, via, article_id, "at", last_at, previous_id, 1, 0, 1, synthetic
       from events where event_id = $1`,
      [line.event_id],
    )
  }
  for (const statement of also) await connection.run(statement)
  connection.closeSync()
  instance.closeSync()
}

interface OldStoreOptions {
  /** Columns that were not known yet. */
  readonly without?: readonly string[]
  /** Statements at the end. */
  readonly also?: readonly string[]
}

/** What its rows said of what an event did not have, or a line need not say. */
const blank = {
  v: 1,
  channel: 'help',
  locale: '',
  article_id: '',
  article_rev: '',
  article_section: '',
  article_lang: '',
  entry: '',
  via: '',
  nav: '',
  query: '',
  trigger: '',
  list_id: '',
  cause: '',
  metric: '',
  metric_id: '',
  navigation: '',
  synthetic: false,
}

const events = `
create table events (
  event_id uuid not null,
  name varchar not null,
  v smallint not null,
  site varchar not null,
  channel varchar not null,
  tab_id uuid not null,
  seq integer not null,
  session_id uuid,
  visitor_id uuid not null,
  ts bigint not null,
  "at" bigint not null,
  received_at bigint not null,
  active_at bigint,
  last_at bigint,
  page varchar not null,
  locale varchar not null,
  article_id varchar not null,
  article_rev varchar not null,
  article_section varchar not null,
  article_lang varchar not null,
  entry varchar not null,
  via varchar not null,
  nav varchar not null,
  previous_id uuid,
  opened_from uuid,
  forked_from uuid,
  query_id uuid,
  query varchar not null,
  trigger varchar not null,
  results integer,
  position integer,
  list_id varchar not null,
  cause varchar not null,
  value double,
  metric varchar not null,
  metric_id varchar not null,
  navigation varchar not null,
  synthetic boolean not null
)`

const sessions = `
create table sessions (
  id uuid not null,
  site varchar not null,
  channel varchar not null,
  tab_id uuid not null,
  visitor_id uuid not null,
  entry varchar not null,
  via varchar not null,
  article_id varchar not null,
  started_at bigint,
  last_at bigint,
  previous_id uuid,
  articles bigint not null,
  searches bigint not null,
  events bigint not null,
  synthetic boolean not null
)`

const drained = `
create table drained (
  segment varchar not null
)`
