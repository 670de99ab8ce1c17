import { type Macro, macroSql } from '../sql/macro.js'

/** Whose the tickets are, so far as anybody here is known: by the visitor they name, else by what a page was told. */
export const knownTickets: Macro = {
  name: 'known_tickets',
  parameters: ['of_site'],
  body: `
select distinct t.ticket, t."at", coalesce(t.visitor_id, c.visitor_id) as visitor_id
from tickets t
left join contacts c
  on c.site = t.site and c.step = 'submit' and c.ticket = t.ref and t.ref <> '' and t.visitor_id is null
where t.site = of_site`,
}

/** What other systems filed, one row a ticket of a site. */
export const ticketsSchemaSql: readonly string[] = [
  `
create table tickets (
  site varchar not null,
  ticket varchar not null,
  "at" bigint not null,
  visitor_id uuid,
  ref varchar not null,
  channel varchar not null,
  received_at bigint not null
)`,
  macroSql(knownTickets),
]

export const erasedVisitorsSql = `
select v.visitor
from (select unnest($visitors::varchar[]) as visitor) v
where sha256(v.visitor) in (select e.visitor_hash from erased e where e.erased_at > $erased_since)`

/** The last word on a ticket counts. */
export const dropTicketsSql = `
delete from tickets t
where t.site = $site and t.ticket in (select unnest($tickets::varchar[]))`

export const insertTicketsSql = `
insert into tickets by name
select
  $site as site,
  n.ticket,
  n."at",
  nullif(n.visitor, '')::uuid as visitor_id,
  n.ref,
  n.channel,
  $received_at as received_at
from (
  select
    unnest($tickets::varchar[]) as ticket,
    unnest($times::bigint[]) as "at",
    unnest($visitors::varchar[]) as visitor,
    unnest($refs::varchar[]) as ref,
    unnest($channels::varchar[]) as channel
) n`

/** Before the events go that say whose they are. */
export const eraseTicketsSql = `
delete from tickets t
where t.visitor_id = $visitor::uuid
  or exists (
    select 1
    from events e
    where e.visitor_id = $visitor::uuid
      and e.name = 'help.contact.submit'
      and e.ticket <> ''
      and e.ticket = t.ref
      and e.site = t.site
  )`

export const forgetTicketsSql = `
delete from tickets t
where t."at" < $before`
