import type { Dialect } from './dialect.js'

export const duckdbDialect: Dialect = {
  engine: 'duckdb',
  ordered: (id) => id,
  lastBits: (id) => `('0x' || right(${id}::varchar, 8))::bigint`,
  isBetween: (event, first, last) => `${event}."at" between ${first} and ${last}`,
  isAfter: (event, moment) => `${event}."at" > ${moment}`,
  asUuid: (text) => `try_cast(${text} as uuid)`,
  sideBySide: (lists) =>
    `(select ${Object.entries(lists)
      .map(([column, list]) => `unnest(${list}) as ${column}`)
      .join(', ')})`,
  whole: (row) => `to_json(${row})::varchar as row`,
  countedTexts: (list) =>
    `concat(len(${list}), '[', array_to_string(list_transform(${list}, lambda item: concat(strlen(item), ':', item)), ''))`,
  bits: (double) => `${double}::bit::varchar`,
  inTabs: (facts, column) => `(
  with again_in_tab as (
    select distinct f.${column}, f.tab_id
    from ${facts} f
    where f.is_again
  ),
  first_in_tab as (
    select f.${column}, f.tab_id
    from ${facts} f
    semi join again_in_tab g on g.tab_id = f.tab_id
    where not f.is_again
  ),
  only_again as (
    select g.${column}, count(*) as tabs
    from again_in_tab g
    anti join first_in_tab f on f.${column} = g.${column} and f.tab_id = g.tab_id
    group by g.${column}
  ),
  made as (
    select
      f.${column},
      count(*) as times,
      count(*) filter (where not f.is_again) as first_in_tabs,
      bool_or(f.synthetic) as synthetic
    from ${facts} f
    group by f.${column}
  )
  select m.${column}, m.times, m.first_in_tabs + coalesce(o.tabs, 0) as tabs, m.synthetic
  from made m
  left join only_again o on o.${column} = m.${column}
)`,
  textOf: (written) => written,
}
