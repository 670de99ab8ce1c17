const columns = `c.id::varchar as id,
  c.channel,
  c.started_at,
  c.last_at,
  c.ended_at,
  c.reason,
  c.interactions,
  c.user_turns`

export const latestConversationsSql: string = `
select
  ${columns}
from conversation_sessions c
where c.site = $site and c.channel = $channel and c.started_at >= $from and c.started_at < $to
order by c.started_at desc, id desc
limit $limit`

export const conversationsByIdSql: string = `
select
  ${columns}
from conversation_sessions c
where c.site = $site and c.id in (select unnest($ids::uuid[]))
order by c.started_at desc, id desc`

/** What the same visitor wrote in other conversations between the start of a session and what it was last kept by. */
export const conversationsMeanwhileSql: string = `
select
  ${columns}
from conversation_sessions own
join conversation_sessions c
  on c.site = own.site
  and c.visitor_id = own.visitor_id
where own.id = $id::uuid
  and (c.channel <> own.channel or c.conversation_id <> own.conversation_id)
  and c.started_at <= own.last_at and c.last_at >= own.started_at
order by c.started_at, id
limit $limit`
