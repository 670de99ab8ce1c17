import { createHash } from 'node:crypto'
import type { DerivedRow } from './foldVisitors.js'

/** Where a row of a derived table lies on a cluster. */
export interface RowPlace {
  /** A hash of what the row says, in decimal. */
  readonly row_key: string
  readonly site: string
  readonly visitor_id: string
  readonly at: number | null
}

export interface Changes {
  readonly added: readonly (RowPlace & { readonly line: string })[]
  readonly gone: readonly RowPlace[]
}

type Row = Omit<DerivedRow, 'tab'>

/** What has to be written so that these rows are there, and of the same visitors no others. */
export function changesOf(rows: readonly Row[], there: readonly RowPlace[]): Changes {
  const keyed = keyedRows(rows)
  const wanted = new Set(keyed.map(({ row_key }) => row_key))
  const had = new Set(there.map(({ row_key }) => row_key))
  return {
    added: keyed.filter(({ row_key }) => !had.has(row_key)),
    gone: there.filter(({ row_key }) => !wanted.has(row_key)),
  }
}

/** Equal rows are numbered, so that none is taken for another. */
function keyedRows(rows: readonly Row[]): (RowPlace & { line: string })[] {
  const seen = new Map<string, number>()
  return rows.map(({ site, visitor, at, line }) => {
    const nth = (seen.get(line) ?? 0) + 1
    seen.set(line, nth)
    return { row_key: hashOf(`${nth} ${line}`), site, visitor_id: visitor, at, line }
  })
}

/** A number of 64 bits, in decimal. */
export const hashOf = (text: string): string => createHash('sha1').update(text).digest().readBigUInt64BE().toString()
