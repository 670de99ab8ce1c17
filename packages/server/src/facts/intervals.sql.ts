import { type Macro, macroSql } from '../sql/macro.js'

/**
 * The interval of each quarter of an hour. Every zone's hour and day begin with a quarter: looking one up in a table beats
 * comparing every moment with every start.
 */
export const intervalOf: Macro = {
  name: 'interval_of',
  parameters: ['starts', 'until'],
  body: `
with intervals as (
  select s.start, lead(s.start, 1, until) over (order by s.start) as over_at
  from (select unnest(starts) as start) s
)
select i.start, unnest(range(i.start // 900000, (i.over_at - 1) // 900000 + 1)) as quarter
from intervals i`,
}

export const intervalsSql: string = macroSql(intervalOf)
