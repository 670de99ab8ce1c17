import { join, resolve } from 'node:path'
import { EXAMPLE } from './places.mjs'

const FOLDER = /^duckdb:(?=.)/

/** Where events are kept. A relative folder is meant from where the demo was started, and Next runs elsewhere. */
export function storeUrl(asked = process.env.HELPTALLY_STORE) {
  if (!asked) return `duckdb:${join(EXAMPLE, '.helptally')}`
  return FOLDER.test(asked) ? `duckdb:${resolve(asked.replace(FOLDER, ''))}` : asked
}
