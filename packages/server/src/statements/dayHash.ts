import { createHash } from 'node:crypto'
import { canonicalJson } from './canonicalJson.js'
import type { StatementDay } from './statement.js'

/** The link of a day in the chain: of what it says, and of the link before it. */
export function dayHash(day: Omit<StatementDay, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(day)).digest('hex')
}
