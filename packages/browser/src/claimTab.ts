import type { Ports } from './ports/ports.js'
import { newRecord, readRecord, type TabRecord } from './tabRecord.js'
import type { TabTalk } from './tabTalk.js'

/** A tab id that no other living tab shares, with what that tab remembers. */
export interface Claim {
  readonly record: TabRecord
  /** Nobody counted in this tab before. */
  readonly isNew: boolean
  /** Whether Web Locks answered. */
  readonly locked: boolean
  release(): void
}

const lockName = (tabId: string) => `help:tab:${tabId}`
const nothing = () => {}

/**
 * Proves that the id found in sessionStorage is this tab's, or makes a new one: duplicating a tab and `window.open` copy
 * the storage of a tab that goes on living. A living document holds a Web Lock on its id, so a copy cannot take it; where
 * locks are missing, a hand-over or the silence of all other tabs is the proof.
 */
export async function claimTab(ports: Ports, talk: TabTalk, newId: () => string): Promise<Claim> {
  const found = readRecord(ports.sessionStore, ports.clock.now())
  const record = found ?? newRecord(newId())
  const lock = await tryLock(ports, record.tabId)
  if (lock) return { record, isNew: !found, locked: true, release: lock }
  if (lock === undefined) {
    const isNew = !found || !(await isOurs(found, talk))
    return { record: isNew ? newRecord(newId()) : found, isNew, locked: false, release: nothing }
  }
  const own = newRecord(newId())
  return { record: own, isNew: true, locked: true, release: (await tryLock(ports, own.tabId)) ?? nothing }
}

/** How to let go of the lock; null when another document holds it, undefined when there are no locks to hold. */
async function tryLock({ locks }: Ports, tabId: string): Promise<(() => void) | null | undefined> {
  return locks?.tryTake(lockName(tabId)).catch(() => undefined)
}

async function isOurs(found: TabRecord, talk: TabTalk): Promise<boolean> {
  if (found.handedOver) return true
  return talk.works && !(await talk.isTaken(found.tabId))
}

/** The page is left before the proof came: keep the id only when the document before handed it over. */
export function claimInHaste({ sessionStore, clock }: Ports, newId: () => string): Claim {
  const found = readRecord(sessionStore, clock.now())
  const isNew = !found?.handedOver
  return { record: isNew ? newRecord(newId()) : found, isNew, locked: false, release: nothing }
}
