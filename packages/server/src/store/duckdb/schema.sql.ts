import { annotationsSchemaSql } from '../../annotations/annotations.sql.js'
import { conversationsSchemaSql } from '../../conversations/conversations.sql.js'
import { chosenMacrosSql } from '../../facts/chosen.sql.js'
import { factsSchemaSql } from '../../facts/facts.schema.sql.js'
import { intervalsSql } from '../../facts/intervals.sql.js'
import { knownQueriesSql } from '../../facts/knownQueries.sql.js'
import { orphanQueryIdsSql } from '../../facts/orphanSearches.sql.js'
import { forgetUnseenSql } from '../../facts/unseen.sql.js'
import { gapWorkSchemaSql } from '../../gapWork/gapWork.sql.js'
import { ledgerSchemaSql } from '../../ledger/ledger.schema.sql.js'
import { ticketsSchemaSql } from '../../tickets/tickets.sql.js'
import { removedSchemaSql } from './removed.sql.js'
import { takenInSchemaSql } from './takeIn.sql.js'

const events = `
create table if not exists events (
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
  synthetic boolean not null,
  label varchar default ''
)`

/** A roll-up of events. `started_at` is null until the event that opened the session has come. */
const sessions = `
create table if not exists sessions (
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

/** For stores from before the columns were known, and the version with them. */
const openedFrom = `
alter table events add column if not exists opened_from uuid`

const forkedFrom = `
alter table events add column if not exists forked_from uuid`

const label = `
alter table events add column if not exists label varchar default ''`

/** What readers found, read, and did about it; and what kind of device they held. */
const reading: readonly string[] = [
  ...[
    'algorithm varchar',
    'engine varchar',
    'comment varchar',
    'method varchar',
    'form_id varchar',
    'ticket varchar',
    'referrer varchar',
    'device varchar',
  ].map((column) => `alter table events add column ${column} default ''`),
  ...[
    'words integer',
    'open_id uuid',
    'engaged_ms integer',
    'scroll utinyint',
    'latency_ms integer',
    'filters varchar[]',
    'offered varchar[]',
  ].map((column) => `alter table events add column ${column}`),
]

/** What a session can be chosen by. */
const sessionFilters: readonly string[] = [
  "alter table sessions add column locale varchar default ''",
  "alter table sessions add column device varchar default ''",
  'update sessions s set locale = e.locale from events e where e.event_id = s.id',
]

/** What was read out of an access log is told apart from what pages told. */
const imported: readonly string[] = [
  'alter table events add column imported boolean default false',
  'alter table sessions add column imported boolean default false',
]

/** Segments whose rows are in `events`, but whose file may still be there. */
const drained = `
create table if not exists drained (
  segment varchar not null
)`

/** Visitors whose late events are not let in, by the SHA-256 of their id: an id itself would bring them back. */
const erased = `
create table erased (
  visitor_hash varchar not null,
  erased_at bigint not null
)`

/**
 * The way from an empty store, or one of any earlier version, to this one. A step that was published is never
 * changed: what comes next is a step of its own, at the end. A store keeps the number of steps it has taken.
 *
 * No primary keys: DuckDB keeps the index of one in memory and on disk, and checks it row by row.
 * The drain lets each event in once.
 */
export const schemaSteps: readonly (readonly string[])[] = [
  [events, openedFrom, forkedFrom, sessions, drained],
  [erased],
  [label, ...ledgerSchemaSql],
  [
    ...reading,
    ...sessionFilters,
    ...factsSchemaSql,
    ...chosenMacrosSql,
    knownQueriesSql,
    intervalsSql,
    ...ticketsSchemaSql,
  ],
  orphanQueryIdsSql,
  gapWorkSchemaSql,
  annotationsSchemaSql,
  conversationsSchemaSql,
  removedSchemaSql,
  imported,
  forgetUnseenSql,
  takenInSchemaSql,
]

export const schemaTableSql = `
create table if not exists schema_version (
  version integer not null
)`

export const schemaVersionSql = `
select coalesce(max(s.version), 0) as version
from schema_version s`

export const setSchemaVersionSql = `
insert into schema_version
values ($version)`
