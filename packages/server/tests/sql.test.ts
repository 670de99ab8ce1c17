import { expect, test } from '@jest/globals'
import { questionOf } from '../src/sql/clickhouse/question.js'
import { type Dialect, type Statement, written } from '../src/sql/dialect.js'
import { duckdbDialect } from '../src/sql/duckdbDialect.js'
import type { QueryParams } from '../src/store/store.js'
import { chdb, describeChdb } from './helpers/chdb.js'
import { tempStore } from './helpers/temp.js'

/** Rows of some numbers, 0 for none, beside texts and ids. */
const ROWS = {
  numbers: [3, 1, 0, 4, 1, 5, 9, 2, 6, 0],
  texts: ['b', 'a', '', 'ñ', "it's", 'back\\slash', 'new\nline', 'B\t\0', '$x {a:Int64} 🙂', '"q"'],
  ids: Array.from(
    { length: 10 },
    (_, i) => `${(i * 7) % 10}198c000-0000-7000-${'89ab'[i % 4]}000-${String((i * 3) % 10).padStart(12, '0')}`,
  ),
}

const rows = ({ sideBySide }: Dialect): string => `
select nullif(r.n, 0) as n, r.n as whole, r.x, r.id::uuid as id
from ${sideBySide({ n: '$numbers::bigint[]', x: '$texts::varchar[]', id: '$ids::varchar[]' })} r`

/** A statement over `t`, those rows. */
const over =
  (statement: Statement): Statement =>
  (dialect) =>
    `with t as (${rows(dialect)}) ${written(statement, dialect)}`

/** What has to mean the same in both engines. */
const SAME: Readonly<Record<string, Statement>> = {
  'counts and sums':
    'select count(*) as a, count(t.n) as b, sum(t.n) as c, min(t.n) as d, max(t.n) as e, count(distinct t.n) as f from t',
  'nothing counted, summed or found':
    "select count(*) as a, sum(t.n) as b, max(t.n) as c, bool_or(t.n > 1) as d, median(t.n) as e, quantile_disc(t.n, 0.75) as f, any_value(t.x) as g, arg_max(t.x, t.n) as h, count(distinct t.n) as i from t where t.x = 'nowhere'",
  'filtered aggregates':
    'select count(*) filter (where t.n > 2) as a, sum(t.n) filter (where t.n > 100) as b, median(t.n) filter (where t.n > 3) as c, quantile_disc(t.n, 0.75) filter (where t.n > 1) as d, bool_or(t.n > 8) filter (where t.whole > 0) as e from t',
  'a median of an even number': 'select median(t.whole) as a from t',
  'a median of an odd number': 'select median(t.whole) as a from t where t.whole <> 9',
  'a median of many':
    'select median(z.n) as a from (select (x.i * 7919) % 50021 as n from (select unnest(range(0, 40000)) as i) x) z',
  'nearest ranks':
    'select quantile_disc(t.n, 0.75) as a, quantile_disc(t.n, 0.5) as b, quantile_disc(t.n, 0.9) as c, quantile_disc(t.n, 0) as d, quantile_disc(t.n, 1) as e from t',
  'nearest ranks of few':
    'select t.whole % 3 as a, quantile_disc(t.n, 0.75) as b from t group by t.whole % 3 order by a',
  'what goes with the greatest':
    'select arg_max(t.x, (t.n, t.x)) as a, arg_min(t.x, (t.n, t.x)) as b, arg_max_null(t.n, t.whole) as c, arg_min_null(t.n, t.x) as d from t where t.n is not null',
  'the latest of a list': 'select list_slice(list_reverse_sort(list(distinct t.id::varchar)), 1, 3) as a from t',
  'a list in an order': ({ ordered }) =>
    `select list(t.x order by t.whole desc, ${ordered('t.id')} desc) as a, list(t.id::varchar order by t.x) as b from t`,
  'a list of one order with a filter': 'select list(t.x order by t.x) filter (where t.n > 2) as a from t',
  'joined texts': "select string_agg(t.x, '-' order by t.x, t.whole) as a from t",
  structs: 'select list({ place: t.n::integer, twice: (2 * t.n)::integer } order by t.x) as a from t where t.n > 2',
  'order of ids': ({ ordered }) => `select t.id from t order by ${ordered('t.id')} desc`,
  'comparing ids': ({ ordered }) =>
    `select count(*) as a from t where ${ordered('t.id')} between ${ordered('$low::uuid')} and ${ordered('$high::uuid')}`,
  'whole numbers divided':
    'select t.whole // 2 as a, (t.whole - 7) // 2 as b, (t.whole - 7) % 3 as c, t.whole / 4 as d from t order by t.whole, t.x',
  'a cast of null': 'select t.n::varchar as a, t.n::integer as b, nullif(t.id, t.id)::varchar as c from t order by t.x',
  booleans:
    "select t.n > 2 as a, t.n is null as b, t.x = 'a' or t.n > 5 as c, coalesce(t.n > 2, false) as d, case when t.n > 2 then true end as e from t order by t.x",
  'nulls at the end': 'select t.n, t.x from t order by t.n desc, t.x',
  'nulls at the beginning': 'select t.n, t.x from t order by t.n nulls first, t.x',
  'the row before and the row after':
    'select lag(t.whole) over (order by t.x) as a, lead(t.whole) over (order by t.x) as b, lead(t.whole, 1, 77) over (order by t.x) as c, lag(t.n, 2) over (order by t.x) as d, row_number() over (order by t.x) as e, sum(t.whole) over (order by t.x) as f from t order by t.x',
  'the first of each':
    'select t.whole, t.x from t qualify row_number() over (partition by t.whole order by t.x) = 1 order by t.whole',
  'what a join does not find':
    'select t.x, o.x as other, o.n is null as a from t left join t o on o.whole = t.whole + 1 and o.n > 2 order by t.x, o.x',
  'columns of joined tables by their own names':
    'select z.n, z.x from (select o.n, t.x from t join t o on o.whole = t.whole) z order by z.x, z.n',
  'those that have and those that have not':
    'select u.x from (select t.x from t semi join t o on o.whole = t.whole + 1 union select t.x from t anti join t o on o.whole = t.whole + 1) u order by u.x',
  'parts of both sides':
    'select coalesce(a.whole, b.whole) as a, a.x is null as b from (select t.* from t where t.whole < 5) a full join (select t.* from t where t.whole > 3) b on b.whole = a.whole order by 1, 2',
  'grouping sets':
    'select t.whole % 2 as a, count(*) as b, grouping(t.whole % 2) as c from t group by grouping sets ((t.whole % 2), ()) order by grouping(t.whole % 2), a',
  'unions of all and of each':
    'select u.a from (select t.whole as a from t union all select t.whole from t) u order by u.a',
  'one of those': "select t.x from t where t.x in ('a', $one) or $one in ('', t.x) order by t.x",
  'one of a list': 'select t.x from t where t.x in (select unnest($texts::varchar[])) order by t.x',
  'each of a list': 'select t.x, unnest(range(0, t.whole)) as a from t order by t.x, a',
  'no value': 'select count(*) as a from t where $none::uuid is null or t.id = $none::uuid',
  'a value by its place': 'select $shares[2] * t.whole as a, $numbers[1] as b from t order by t.x',
  'texts as they are': "select $one as a, 'a\\n''b' as b, '//' as c, 'semi join' as d, $one = 'it''s' as e",
  'a case of values': "select case $one when 'rows' then t.whole when t.x then 100 end as a from t order by t.x",
  'greatest and least of null': 'select greatest(t.n, 3) as a, least(t.n, 3) as b from t order by t.x',
  'another column than excluded':
    'select z.* exclude (n) replace (z.whole + 1 as whole) from (select t.n, t.whole, t.x from t) z order by z.x',
  'the same or both null': 'select count(*) as a from t join t o on o.n is not distinct from t.n',
  hashes: 'select sha256(t.x) as a from t order by t.x',
  'places in a list and sums of it':
    'select list_position($numbers::bigint[], t.whole + 1) as a, list_sum($numbers::bigint[]) as b, list_append(list(t.whole::integer), 7::integer) as c from t group by t.whole order by t.whole',
  'texts put together, null being nothing of it':
    "select concat(t.x, '-', t.n) as a, t.x || '-' || t.whole as b, t.x || t.n as c, strlen(t.x) as d, abs(t.whole - 5) as e from t order by t.x",
  letters: 'select length(t.x) as a from t order by t.x',
  intervals:
    'select i.start, count(*) as a from interval_of($starts::bigint[], $until) i group by i.start order by i.start',
  'an empty list': 'select count(*) as a from (select unnest($empty::bigint[]) as a) e',
}

const PARAMS: QueryParams = {
  ...ROWS,
  one: "it's",
  none: null,
  low: '0198c000-0000-7000-8000-000000000000',
  high: '5198c000-0000-7000-9000-000000000000',
  shares: [0.1, 0.7],
  starts: [900_000, 4_500_001, 9_000_000],
  until: 12_600_000,
  empty: [],
}

/** A statement may be given none that it does not name. */
function paramsOf(text: string): QueryParams {
  return Object.fromEntries(Object.entries(PARAMS).filter(([name]) => new RegExp(`\\$${name}\\b`).test(text)))
}

describeChdb('ClickHouse, 26.7 in process, means as DuckDB does', () => {
  test.each(Object.keys(SAME))('%s', async (name) => {
    const store = await tempStore()
    const clickhouse = await chdb()
    const statement = over(SAME[name]!)
    const params = paramsOf(written(statement, duckdbDialect))
    const there = clickhouse.query(statement, params)
    expect(JSON.stringify(there, null, 1)).toBe(JSON.stringify(await store.query(statement, params), null, 1))
    expect(there).not.toEqual([])
  })
})

test.each([
  ['a function that nobody has translated', 'select soundex(t.x) from t'],
  ['a type that ClickHouse has not', 'select t.x::interval from t'],
  ['an order that would be that of the last part', 'select t.a from t union all select t.a from t order by t.a'],
  ['a union by name', 'select t.a from t union all by name select t.a from t'],
  ['a join as of', 'select t.a from t asof join o on o.a > t.a'],
  ['lists that would meet each other', 'select unnest($a) as a, unnest($b) as b'],
  ['columns that would come under other names', 'select t.a, o.* from t join o on o.a = t.a'],
  ['a list that goes up and down', 'select list(t.a order by t.b, t.c desc) from t'],
  ['a list from its middle', 'select list_slice(t.a, 2, 3) from t'],
  ['a parameter without a value', 'select $c'],
  ['a macro with fewer arguments', 'select i.a from interval_of($a) i'],
  ['what is not closed', 'select (t.a from t'],
])('what might mean something else is refused: %s', (_, sql) => {
  expect(() => questionOf(sql, { a: [], b: [] })).toThrow('[helptally] Expected')
})
