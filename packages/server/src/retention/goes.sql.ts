import { AGENT_REST_MS, CHANNELS, SURVEY_ANSWER_MS } from '@helptally/core'

// What goes when everything older than $before does. A session goes as a whole, when its last activity is old enough.
// What a conversation is counted by has to stay or to go together, too: else what is left would be counted otherwise.

export const sessionGoesSql = 'coalesce(s.last_at, s.started_at) < $before'

/** Those whose events say nothing of a time, with when the last of them happened. */
export const emptySessionsSql = `
select n.id, n.site, max(e."at") as latest_at
from sessions n
left join events e on e.session_id = n.id
where n.last_at is null and n.started_at is null
group by n.id, n.site`

export const emptySessionGoesSql: string = `
s.last_at is null
and s.started_at is null
and s.id not in (select y.id from (${emptySessionsSql}) y where y.latest_at >= $before)`

/** On `web`, where only the user's messages keep a session, the bot's last ones may be younger by the idle time. */
export const conversationGoesSql: string = `c.last_at < $before - ${CHANNELS.web.idleMs}`

/** What was written after a transfer to an agent, as long as that goes on at $before. It begins with the transfer. */
const withAgentSql = `
select h.event_id
from (
  select
    s.event_id,
    bool_or(s.name = 'chat.transfer')
      over (partition by s.site, s.channel, s.tab_id, s.stretch order by s."at", s.event_id) as is_handed_over,
    max(s."at") over (partition by s.site, s.channel, s.tab_id, s.stretch) as last_at
  from (
    select
      g.*,
      sum(case when g.name = 'chat.close' or g.gap_ms >= ${AGENT_REST_MS} then 1 else 0 end)
        over (partition by g.site, g.channel, g.tab_id order by g."at", g.event_id) as stretch
    from (
      select
        m.event_id,
        m.name,
        m.site,
        m.channel,
        m.tab_id,
        m."at",
        m."at" - lag(m."at") over (partition by m.site, m.channel, m.tab_id order by m."at", m.event_id) as gap_ms
      from events m
      where m.name in ('chat.message', 'chat.transfer', 'chat.close') and m.label = ''
    ) g
  ) s
) h
where h.is_handed_over and h.last_at >= $before`

export const eventGoesSql: string = `
e."at" < $before
and (
  e.session_id is null
  or e.session_id not in (select s.id from sessions s where coalesce(s.last_at, s.started_at) >= $before)
)
and e.event_id not in (
  select k.event_id
  from events k
  join conversation_sessions c on c.conversation_id = k.tab_id
  where c.started_at <= k."at" and k."at" < $before and not (${conversationGoesSql})
)
and not (e.name = 'chat.survey_sent' and e."at" >= $before - ${SURVEY_ANSWER_MS})
and e.event_id not in (${withAgentSql})`
