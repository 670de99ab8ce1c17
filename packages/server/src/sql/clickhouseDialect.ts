import { translate } from './clickhouse/translate.js'
import type { Dialect } from './dialect.js'

export const clickhouseDialect: Dialect = {
  engine: 'clickhouse',
  ordered: (id) => `toString(${id})`,
  sideBySide: (lists) => {
    const columns = Object.keys(lists).map((column, i) => `p.place.${i + 1} as ${column}`)
    return `(select ${columns.join(', ')} from (select arrayJoin(arrayZip(${Object.values(lists).join(', ')})) as place) p)`
  },
  textOf: translate,
}
