import type { Statement } from '../sql/dialect.js'
import { ofSessionsSql } from './ofSessions.sql.js'
import type { Filters } from './scope.js'

const columns = `s.id,
  s.channel,
  s.entry,
  s.via,
  s.article_id,
  s.started_at,
  greatest(s.last_at, s.started_at) as last_at,
  s.articles,
  s.searches,
  s.visitor_id,
  s.synthetic,
  s.imported`

export const latestSessionsSql: Statement = ({ ordered }) => `
select
  ${columns}
from chosen_sessions($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
order by s.started_at desc, ${ordered('s.id')} desc
limit $limit`

export const sessionsByIdSql: Statement = ({ ordered }) => `
select
  ${columns}
from sessions s
where s.site = $site and s.started_at is not null and s.id in (select unnest($ids::uuid[]))
order by s.started_at desc, ${ordered('s.id')} desc`

/** What the same visitor's other tabs did between the start of a session and its last activity. */
export const sessionsMeanwhileSql: Statement = ({ ordered }) => `
select
  ${columns}
from sessions own
join sessions s on s.site = own.site and s.visitor_id = own.visitor_id and s.tab_id <> own.tab_id
where own.id = $id::uuid
  and s.started_at is not null
  and s.started_at <= own.last_at and s.last_at >= own.started_at
order by s.started_at, ${ordered('s.id')}
limit $limit`

/** `$open_since` beside each channel: a session last active then or later is open. */
export const openSessionsSql =
  (filters: Filters): Statement =>
  ({ sideBySide }) =>
    `
with rules as (
  select r.*
  from ${sideBySide({ channel: '$channels::varchar[]', open_since: '$open_since::bigint[]' })} r
)
select
  count(*) as open,
  coalesce(bool_or(s.synthetic), false) as synthetic
from sessions s
join rules r on r.channel = s.channel
where s.site = $site and s.started_at is not null and s.last_at >= r.open_since
  and ($locale = '' or s.locale = $locale)
  and ($device = '' or s.device = $device)
  and ($channel = '' or s.channel = $channel)
  and ${ofSessionsSql('s.id', filters)}`
