import { EARLIEST_MS, help, isIdle } from '@helptally/core'
import type { Clock, KeyValueStore } from './ports/ports.js'
import { RECORD_KEY, type TabRecord } from './tabRecord.js'
import { unsealed } from './unsealed.js'

/**
 * The record of this tab, or null when there is none, it is not as it was written, or its times are wrong: from before any
 * that an event may have, or from so far in the future that its session would have ended. A wall clock that was set back
 * before the record was written is no such future.
 */
export function readRecord(store: KeyValueStore | null, clock: Clock): TabRecord | null {
  try {
    const record = unsealed(store?.getItem(RECORD_KEY) ?? '') as TabRecord | null
    if (record?.v !== 1 || Math.min(record.writtenAt, record.activeAt ?? record.writtenAt) < EARLIEST_MS) return null
    const now = clock.now() + Math.max(0, record.aheadMs - clock.ahead())
    return isIdle(help, now, record.writtenAt) ? null : record
  } catch {
    return null
  }
}
