/** Each search outside any session, also one that was left unfinished, from which no article was opened in any tab. */
export const insertOrphanSearchesSql = `
insert into orphan_searches by name
with outside as (
  select t.*
  from told t
  where t.name = 'help.search.submit' and t.session_id is null
  qualify row_number() over (partition by t.tab_id, t.query_id order by t.seq desc, t.event_id) = 1
)
select
  s.site,
  s.channel,
  s.tab_id,
  s.visitor_id,
  s.session_id,
  s.session_entry,
  s.counts_at,
  s.locale,
  s.device,
  s.asked as query,
  s.query_id,
  s.synthetic
from outside s
anti join opens o
  on o.query_id = s.query_id
  and o."at" between $since - $early_ms and $until + $click_ms
  and o."at" between s."at" - $early_ms and s."at" + $click_ms
order by s.counts_at`

/** A search that was left unfinished is nowhere else: an opening that comes later has to find it. */
export const orphanQueryIdsSql: readonly string[] = [
  'alter table orphan_searches add column query_id uuid',
  'insert into touched (tab_id) select distinct s.tab_id from orphan_searches s',
]

export const dropOrphanSearchesSql = `
delete from orphan_searches s
where s.tab_id between $first::uuid and $last::uuid
  and s.tab_id in (select f.tab_id from folding f)`
