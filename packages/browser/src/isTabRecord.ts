import { ENTRIES, type OpenSession, UUID, VIAS } from '@helptally/core'
import type { Intent } from './page/intent.js'
import type { TabRecord } from './tabRecord.js'

/**
 * Whether this can be what a tab remembers. The storage belongs to the whole site: what is believed here ends up in events,
 * and a collector refuses those with a broken id; a last activity in the future would keep a session alive for ever.
 */
export function isTabRecord(value: unknown): value is TabRecord {
  const record = value as TabRecord | null
  if (record?.v !== 1 || !isId(record.tabId) || !isMoment(record.writtenAt, Number.MAX_SAFE_INTEGER)) return false
  const { seq, thread, entry, activeAt, provedAt, writtenAt, intent } = record
  return (
    Number.isSafeInteger(seq) &&
    ENTRIES.includes(entry) &&
    isMoment(provedAt, writtenAt) &&
    (activeAt === null || isMoment(activeAt, writtenAt)) &&
    (intent === null || isIntent(intent, writtenAt)) &&
    (thread?.previousId === null || isId(thread?.previousId)) &&
    (thread.open === null || isSession(thread.open, writtenAt))
  )
}

function isSession({ id, startedAt, lastAt, previousId }: OpenSession, latest: number): boolean {
  const isLinked = previousId === null || isId(previousId)
  return isId(id) && isLinked && isMoment(lastAt, latest) && isMoment(startedAt, lastAt)
}

function isIntent({ entry, via, at }: Intent, latest: number): boolean {
  return ENTRIES.includes(entry) && VIAS.includes(via) && isMoment(at, latest)
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value)
}

/** Whole epoch ms. */
function isMoment(value: unknown, latest: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= latest
}
