import { translate } from './clickhouse/translate.js'
import type { Dialect } from './dialect.js'

export const clickhouseDialect: Dialect = {
  engine: 'clickhouse',
  ordered: (id) => `toString(${id})`,
  lastBits: (id) => `reinterpretAsUInt32(REVERSE(UNHEX(SUBSTRING(toString(${id}), 29, 8))))::bigint`,
  isBetween: (event, first, last) =>
    `(${event}."at" between ${first} and ${last} and ${event}.day between ${dayOf(first)} and ${dayOf(last)})`,
  isAfter: (event, moment) => `(${event}."at" > ${moment} and ${event}.day >= ${dayOf(moment)})`,
  asUuid: (text) => `toUUIDOrNull(${text})`,
  sideBySide: (lists) => {
    const columns = Object.keys(lists).map((column, i) => `p.place.${i + 1} as ${column}`)
    return `(select ${columns.join(', ')} from (select arrayJoin(arrayZip(${Object.values(lists).join(', ')})) as place) p)`
  },
  whole: (row) => `${row}.*`,
  countedTexts: (list) => {
    const texts = `JSONExtract(coalesce(${list}, '[]'), 'Array(String)')`
    const written = `arrayStringConcat(arrayMap(item -> concat(strlen(item), ':', item), ${texts}))`
    return `concat(case when ${list} is not null then len(${texts}) end, '[', ${written})`
  },
  bits: (double) => `leftPad(BIN(reinterpretAsUInt64(${double})), 64, '0')`,
  inTabs: (facts, column) => `(
  select
    f.${column},
    count(*)::bigint as times,
    count(distinct f.tab_id)::bigint as tabs,
    bool_or(f.synthetic) as synthetic
  from ${facts} f
  group by f.${column}
)`,
  textOf: translate,
}

/** Events lie in the order of their days (UTC), of which there are no more than a date can say. */
const dayOf = (moment: string): string =>
  `toDate(fromUnixTimestamp64Milli(greatest(least(${moment}, ${LAST_MS}), 0)), 'UTC')`

const LAST_MS = Date.UTC(2149, 0, 1)
