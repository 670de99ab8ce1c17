/** What a line need not say: see `EventLine`. */
const filled = [
  'coalesce(line.v, 1) as v',
  "coalesce(line.channel, 'help') as channel",
  'coalesce(line."at", line.ts) as "at"',
  'coalesce(line.synthetic, false) as synthetic',
  'coalesce(line.imported, false) as imported',
  ...[
    'locale',
    'article_id',
    'article_rev',
    'article_section',
    'article_lang',
    'entry',
    'via',
    'nav',
    'query',
    'trigger',
    'list_id',
    'cause',
    'metric',
    'metric_id',
    'navigation',
    'algorithm',
    'engine',
    'comment',
    'method',
    'form_id',
    'ticket',
    'referrer',
    'device',
    'label',
  ].map((text) => `coalesce(line.${text}, '') as ${text}`),
].join(', ')

/**
 * No event comes near it. DuckDB reads through two buffers of this size, 16 MB by default: these stay in the processor's
 * cache.
 */
const MAX_LINE_BYTES = 1_048_576

/** The segments' lines. `outcome` to `dropped` are the ledger's, and no columns of an event. */
export const arriveSql: string = `
create or replace temp table arrived as
select line.* replace (${filled})
from read_json(
  $segments::varchar[],
  format = 'newline_delimited',
  maximum_object_size = ${MAX_LINE_BYTES},
  columns = {
    'event_id': 'uuid',
    'name': 'varchar',
    'v': 'smallint',
    'site': 'varchar',
    'channel': 'varchar',
    'tab_id': 'uuid',
    'seq': 'integer',
    'session_id': 'uuid',
    'visitor_id': 'uuid',
    'ts': 'bigint',
    'at': 'bigint',
    'received_at': 'bigint',
    'active_at': 'bigint',
    'last_at': 'bigint',
    'page': 'varchar',
    'locale': 'varchar',
    'article_id': 'varchar',
    'article_rev': 'varchar',
    'article_section': 'varchar',
    'article_lang': 'varchar',
    'entry': 'varchar',
    'via': 'varchar',
    'nav': 'varchar',
    'previous_id': 'uuid',
    'opened_from': 'uuid',
    'forked_from': 'uuid',
    'query_id': 'uuid',
    'query': 'varchar',
    'trigger': 'varchar',
    'results': 'integer',
    'position': 'integer',
    'list_id': 'varchar',
    'cause': 'varchar',
    'value': 'double',
    'metric': 'varchar',
    'metric_id': 'varchar',
    'navigation': 'varchar',
    'algorithm': 'varchar',
    'words': 'integer',
    'open_id': 'uuid',
    'engaged_ms': 'integer',
    'scroll': 'utinyint',
    'latency_ms': 'integer',
    'engine': 'varchar',
    'filters': 'varchar[]',
    'comment': 'varchar',
    'method': 'varchar',
    'form_id': 'varchar',
    'offered': 'varchar[]',
    'ticket': 'varchar',
    'referrer': 'varchar',
    'device': 'varchar',
    'synthetic': 'boolean',
    'imported': 'boolean',
    'label': 'varchar',
    'outcome': 'varchar',
    'rejected_id': 'varchar',
    'reason': 'varchar',
    'n': 'bigint',
    'dropped': 'bigint'
  }
) line`

/**
 * Ids begin with the time of their making and never change, while the time that a resend is dated may:
 * so their range is the one to look for earlier arrivals in. Those without a time begin with none, and have a range of
 * their own.
 */
export const arrivedRangesSql = `
select
  a.event_id < '00000001-0000-0000-0000-000000000000'::uuid as undated,
  min(a.event_id)::varchar as first,
  max(a.event_id)::varchar as last,
  count(*) as events,
  coalesce(bool_or(a.channel <> 'help'), false) as has_conversations
from arrived a
where a.event_id is not null
group by undated`

/** The events of a tab side by side: their ids, most of what an event weighs, are then written once. */
export const insertEventsSql = `
insert into events by name
select a.* exclude (outcome, rejected_id, reason, n, dropped)
from arrived a
order by a.tab_id, a.seq`

/**
 * The roll-up of a session is the fold of the roll-ups of its events, in any order. What only the opening event knows
 * comes from the one row that has a start; as long as there is none, nobody knows it.
 */
export const rollUpSql = `
create or replace temp table rolled as
select
  part.id,
  coalesce(any_value(part.site) filter (where part.started_at is not null), min(part.site)) as site,
  coalesce(any_value(part.channel) filter (where part.started_at is not null), min(part.channel)) as channel,
  coalesce(any_value(part.tab_id) filter (where part.started_at is not null), min(part.tab_id)) as tab_id,
  coalesce(any_value(part.visitor_id) filter (where part.started_at is not null), min(part.visitor_id)) as visitor_id,
  coalesce(any_value(part.entry) filter (where part.started_at is not null), '') as entry,
  coalesce(any_value(part.via) filter (where part.started_at is not null), '') as via,
  coalesce(any_value(part.article_id) filter (where part.started_at is not null), '') as article_id,
  coalesce(any_value(part.locale) filter (where part.started_at is not null), '') as locale,
  coalesce(any_value(part.device) filter (where part.started_at is not null), '') as device,
  min(part.started_at) as started_at,
  max(part.last_at) as last_at,
  any_value(part.previous_id) filter (where part.started_at is not null) as previous_id,
  sum(part.articles) as articles,
  sum(part.searches) as searches,
  sum(part.events) as events,
  bool_or(part.synthetic) as synthetic,
  bool_or(part.imported) as imported
from (
  select s.* from sessions s semi join arrived a on a.session_id = s.id and a.label = ''
  union all by name
  select
    a.session_id as id,
    a.site,
    a.channel,
    a.tab_id,
    a.visitor_id,
    a.entry,
    a.via,
    a.article_id,
    a.locale,
    a.device,
    case when a.event_id = a.session_id and a.name = 'help.article.open' then a.at end as started_at,
    a.last_at,
    a.previous_id,
    (a.name = 'help.article.open')::bigint as articles,
    (a.name = 'help.search.submit')::bigint as searches,
    1::bigint as events,
    a.synthetic,
    a.imported
  from arrived a
  where a.session_id is not null and a.label = ''
) part
group by part.id`

export const dropRolledSql = `
delete from sessions s
where s.id in (select r.id from rolled r)`

export const insertSessionsSql = `
insert into sessions by name
select r.*
from rolled r`

export const drainedSql = `
select d.segment
from drained d`

export const markDrainedSql = `
insert into drained
select unnest($segments::varchar[])`

/** The files of the names from before are gone by now. */
export const forgetDrainedSql = `
delete from drained`
