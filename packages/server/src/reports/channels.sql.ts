import type { Dialect, Statement } from '../sql/dialect.js'

/** Sessions of all channels as they started in a period, with what is known of their end. */
const countedSql = `
select s.id, s.channel, s.started_at, s.last_at, '' as reason, 0 as interactions, 0 as user_turns, s.synthetic
from sessions s
where s.site = $site and s.started_at >= $from and s.started_at < $to
union all
select c.id, c.channel, c.started_at, c.last_at, c.reason, c.interactions, c.user_turns, false as synthetic
from conversation_sessions c
where c.site = $site and c.started_at >= $from and c.started_at < $to`

/** With what became of each. `idle_ms`: from so long without what keeps it on, a session of the channel is over. */
const endedSql = ({ sideBySide }: Dialect): string => `
with rules as (
  select r.*
  from ${sideBySide({ channel: '$channels::varchar[]', idle_ms: '$idle_ms::bigint[]' })} r
), counted as (${countedSql}), ended as (
  select
    s.*,
    case
      when s.reason <> '' then s.reason
      when $now - s.last_at >= r.idle_ms then 'idle'
      else 'open'
    end as became
  from counted s
  join rules r on r.channel = s.channel
)`

export const channelsSql: Statement = (dialect) => `
${endedSql(dialect)}
select
  s.channel,
  count(*) as sessions,
  sum(s.interactions) as interactions,
  sum(s.user_turns) as user_turns,
  count(*) filter (where s.became = 'open') as open,
  count(*) filter (where s.became = 'idle') as idle,
  count(*) filter (where s.became = 'close') as close,
  count(*) filter (where s.became = 'transfer') as transfer,
  count(*) filter (where s.became = 'survey_answered') as survey_answered,
  count(*) filter (where s.became = 'interrupted') as interrupted,
  bool_or(s.synthetic) as synthetic
from ended s
group by s.channel`

/** The latest sessions behind one number of each channel. An id says no time where a platform tells none. */
export const channelSessionsSql: Statement = (dialect) => `
${endedSql(dialect)}
select
  s.channel,
  list_slice(list(s.id::varchar order by s.started_at desc, ${dialect.ordered('s.id')} desc), 1, $most) as sessions
from ended s
where $explain in ('rows', s.became)
group by s.channel`

/** Sessions by interval and channel, those that have some. */
export const channelIntervalsSql: string = `
select i.start, s.channel, count(*) as sessions
from (${countedSql}) s
join interval_of($starts::bigint[], $to) i on i.quarter = s.started_at // 900000
group by i.start, s.channel
order by i.start, s.channel`
