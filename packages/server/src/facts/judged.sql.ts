/**
 * What several reports say in the same way, as DuckDB's table macros: the queries that may be shown, and the intervals of
 * a period.
 */
export const judgedSql: readonly string[] = [
  // Of what the filters choose, those that enough tabs have made: nobody is known by them.
  `
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
where c.tabs >= least_tabs`,
  // Every zone's hour and day begin with a quarter of an hour: looking one up in a table beats comparing every moment with
  // every start.
  `
create or replace macro interval_of(starts, until) as table
with intervals as (
  select s.start, lead(s.start, 1, until) over (order by s.start) as over_at
  from (select unnest(starts) as start) s
)
select i.start, unnest(range(i.start // 900000, (i.over_at - 1) // 900000 + 1)) as quarter
from intervals i`,
]
