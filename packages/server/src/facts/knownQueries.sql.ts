import { type Macro, macroSql } from '../sql/macro.js'

/** Of what the filters choose, the queries that enough tabs have made: nobody is known by them. */
export const knownQueries: Macro = {
  name: 'known_queries',
  parameters: ['of_site', 'since', 'until', 'in_locale', 'on_device', 'by_entry', 'on_channel', 'least_tabs'],
  body: `
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
}

export const knownQueriesSql: string = macroSql(knownQueries)
