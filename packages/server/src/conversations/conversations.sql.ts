import type { Statement } from '../sql/dialect.js'

/** Sessions of conversations, counted anew whenever something new was told of their conversation. */
const sessions = `
create table conversation_sessions (
  id uuid not null,
  site varchar not null,
  channel varchar not null,
  conversation_id uuid not null,
  visitor_id uuid not null,
  started_at bigint not null,
  last_at bigint not null,
  previous_id uuid,
  ended_at bigint,
  reason varchar not null,
  interactions integer not null,
  user_turns integer not null
)`

export const conversationsSchemaSql: readonly string[] = [sessions]

const COLUMNS =
  'e.event_id::varchar as event_id, e.name, e.site, e.channel, e.tab_id::varchar as tab_id, ' +
  'e.visitor_id::varchar as visitor_id, e."at", e.method, e.value, e.cause'

/** All that is known of the conversations of which something arrived. What has a label does not count. */
export const arrivedConversationsSql: string = `
select ${COLUMNS}
from events e
semi join arrived a on a.site = e.site and a.channel = e.channel and a.tab_id = e.tab_id and a.label = ''
where e.channel <> 'help'
  and e.label = ''`

/** All that is known of the conversation that a session belongs to. */
export const conversationOfSql: string = `
select ${COLUMNS}
from events e
join conversation_sessions s
  on s.site = e.site
  and s.channel = e.channel
  and s.conversation_id = e.tab_id
where s.id = $id::uuid
  and e.label = ''
order by e."at", event_id`

/** Conversations in which something was said in a period, dealt into buckets by the last bits of their ids. */
const spokenInSql = `
select distinct e.channel, e.tab_id
from events e
where e.site = $site
  and e.label = ''
  and e.name = 'chat.message'
  and e."at" >= $from
  and e."at" < $to`

/** How much was told of them. */
export const spokenCountSql: string = `
with spoken as (${spokenInSql})
select count(*) as events
from events e
semi join spoken t on t.channel = e.channel and t.tab_id = e.tab_id
where e.site = $site
  and e.label = ''`

/** All that is known of those of a bucket. */
export const spokenSql: Statement = (d) => `
with spoken as (${spokenInSql})
select ${COLUMNS}
from events e
semi join spoken t on t.channel = e.channel and t.tab_id = e.tab_id
where e.site = $site
  and e.label = ''
  and ${d.lastBits('e.tab_id')} % $buckets = $bucket
order by e.channel, e.tab_id::varchar, e."at", e.event_id::varchar`

/** The sessions of a period, as they are counted, of the conversations of a bucket. */
export const countedInSql: Statement = (d) => `
select s.id::varchar as id, s.started_at
from conversation_sessions s
where s.site = $site
  and s.started_at >= $from
  and s.started_at < $to
  and ${d.lastBits('s.conversation_id')} % $buckets = $bucket
order by s.started_at, s.id::varchar`

/** The sessions of one conversation, as they are counted. */
export const sessionsOfSql = `
select s.id::varchar as id, s.started_at
from conversation_sessions s
where s.site = $site
  and s.channel = $channel
  and s.conversation_id = $conversation::uuid
order by s.started_at, s.id`

export const dropArrivedSql = `
delete from conversation_sessions s
where s.conversation_id in (select a.tab_id from arrived a where a.channel <> 'help')`

export const insertConversationSessionsSql = `
insert into conversation_sessions by name
select unnest(
  from_json(
    $sessions,
    '[{
      "id": "uuid",
      "site": "varchar",
      "channel": "varchar",
      "conversation_id": "uuid",
      "visitor_id": "uuid",
      "started_at": "bigint",
      "last_at": "bigint",
      "previous_id": "uuid",
      "ended_at": "bigint",
      "reason": "varchar",
      "interactions": "integer",
      "user_turns": "integer"
    }]'
  ),
  recursive := true
)`

export const eraseConversationsSql = `
delete from conversation_sessions s
where s.visitor_id = $visitor::uuid`
