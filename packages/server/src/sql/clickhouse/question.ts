import type { QueryParams } from '../../store/store.js'
import { clickhouseDialect } from '../clickhouseDialect.js'
import { type Statement, textOf } from '../dialect.js'
import { nameParameters } from './parameters.js'

/** A statement as ClickHouse is asked it, with its `{name:Type}`; the settings go beside it. */
export function questionOf(statement: Statement, params: QueryParams = {}): string {
  return nameParameters(textOf(statement, clickhouseDialect), params)
}
