import { EARLIEST_MS, ENTRIES, LIMITS, MOST_THINGS, type OpenSession, UUID, VIAS } from '@helptally/core'
import type { Intent } from './page/intent.js'
import type { TabRecord } from './tabRecord.js'

/**
 * Whether this can be what a tab remembers. The storage belongs to the whole site: what is believed here ends up in events,
 * and a collector refuses those with a broken field; a last activity in the future would keep a session alive for ever.
 */
export function isTabRecord(value: unknown): value is TabRecord {
  const record = value as TabRecord | null
  if (record?.v !== 1 || !isId(record.tabId) || !isMoment(record.writtenAt, Number.MAX_SAFE_INTEGER)) return false
  const { seq, thread, entry, activeAt, provedAt, writtenAt, aheadMs, intent } = record
  return (
    isWithin(aheadMs, 0, writtenAt - EARLIEST_MS) &&
    isCount(seq, 0) &&
    ENTRIES.includes(entry) &&
    (provedAt === 0 || isMoment(provedAt, writtenAt)) &&
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

function isIntent({ entry, via, at, article, queryId, position, listId }: Intent, latest: number): boolean {
  return (
    ENTRIES.includes(entry) &&
    VIAS.includes(via) &&
    isMoment(at, latest) &&
    (article === null || isText(article, LIMITS.articleId)) &&
    (queryId === undefined || isId(queryId)) &&
    (position === undefined || isCount(position, 1)) &&
    (listId === undefined || isText(listId, LIMITS.listId))
  )
}

function isText(value: unknown, limit: number): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= limit
}

function isCount(value: unknown, least: number): boolean {
  return isWithin(value, least, MOST_THINGS)
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value)
}

/** Whole epoch ms. */
function isMoment(value: unknown, latest: number): boolean {
  return isWithin(value, EARLIEST_MS, latest)
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
}
