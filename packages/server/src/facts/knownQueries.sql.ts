/** Of what the filters choose, the queries that enough tabs have made, as a macro: nobody is known by them. */
export const knownQueriesSql = `
create or replace macro known_queries(
  of_site, since, until, in_locale, on_device, by_entry, on_channel, least_tabs
) as table
with searched as (
  select distinct s.query, s.tab_id
  from all_searches(of_site, since, until, in_locale, on_device, by_entry, on_channel, '', '') s
),
counted as (
  select s.query, count(*) as tabs
  from searched s
  group by s.query
)
select c.query
from counted c
where c.tabs >= least_tabs`
