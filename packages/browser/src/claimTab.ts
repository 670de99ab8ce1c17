import { lockName } from './lockName.js'
import type { Ports } from './ports/ports.js'
import { readRecord } from './readRecord.js'
import { newRecord, type TabRecord } from './tabRecord.js'
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

export interface ClaimParts {
  readonly ports: Ports
  readonly talk: TabTalk
  newId(): string
  /** What this document knew when it went into the bfcache; null when it was just loaded. */
  readonly remembered: TabRecord | null
  /** The document before this one may not have left yet: so it is out of the bfcache, and out of a prerender. */
  readonly overlaps: boolean
}

/** A document that is left lets go of its lock, sooner or later: the one that follows looks again, so long. */
const LOOK_AGAIN_MS = 50
const LONGEST_WAIT_MS = 450

const nothing = () => {}

/**
 * Proves that the id found in sessionStorage is this tab's, or makes a new one: duplicating a tab and `window.open` copy
 * the storage of a tab that goes on living. A living document holds a Web Lock on its id, so a copy cannot take it; where
 * locks are missing, a hand-over or the silence of all other tabs is the proof.
 */
export async function claimTab({ ports, talk, newId, remembered, overlaps }: ClaimParts): Promise<Claim> {
  const found = findRecord(ports, remembered)
  const record = found ?? newRecord(newId())
  if (overlaps || found?.handedOver) await untilFree(ports, record.tabId, talk)
  const lock = talk.isClosed() ? undefined : await tryLock(ports, record.tabId)
  if (talk.isClosed()) return { record, isNew: true, locked: false, release: lock ?? nothing }
  if (lock) return { record: latest(record, ports, remembered), isNew: !found, locked: true, release: lock }
  if (lock === undefined) {
    const isNew = !found || !(await isOurs(found, talk))
    return {
      record: isNew ? newRecord(newId()) : latest(found, ports, remembered),
      isNew,
      locked: false,
      release: nothing,
    }
  }
  const own = newRecord(newId())
  return { record: own, isNew: true, locked: true, release: (await tryLock(ports, own.tabId)) ?? nothing }
}

/** The page is left before the proof came: keep the id only when the document before handed it over. */
export function claimInHaste({ ports, newId, remembered }: Omit<ClaimParts, 'talk' | 'overlaps'>): Claim {
  const found = findRecord(ports, remembered)
  const isNew = !found?.handedOver
  return { record: isNew ? newRecord(newId()) : found, isNew, locked: false, release: nothing }
}

/** The later of what the tab's storage holds and what this document remembers: a storage may be full, or forbidden. */
function findRecord({ sessionStore, clock }: Ports, remembered: TabRecord | null): TabRecord | null {
  const stored = readRecord(sessionStore, clock)
  return stored && stored.writtenAt >= (remembered?.writtenAt ?? 0) ? stored : remembered
}

/** The document before lets go of the lock last: only now is all written that it had to say. */
function latest(record: TabRecord, ports: Ports, remembered: TabRecord | null): TabRecord {
  const found = findRecord(ports, remembered)
  return found?.tabId === record.tabId ? found : record
}

/** Looks without asking: a document in the bfcache whose lock is asked for does not come back. */
async function untilFree({ clock, locks }: Ports, tabId: string, talk: TabTalk): Promise<void> {
  for (let waitedMs = 0; waitedMs < LONGEST_WAIT_MS && !talk.isClosed(); waitedMs += LOOK_AGAIN_MS) {
    const held = await locks?.held().catch(() => null)
    if (!held?.includes(lockName(tabId))) return
    await new Promise<void>((resolve) => clock.after(LOOK_AGAIN_MS, resolve))
  }
}

/** How to let go of the lock; null when another document holds it, undefined when there are no locks to hold. */
async function tryLock({ locks }: Ports, tabId: string): Promise<(() => void) | null | undefined> {
  return locks?.tryTake(lockName(tabId)).catch(() => undefined)
}

async function isOurs(found: TabRecord, talk: TabTalk): Promise<boolean> {
  if (found.handedOver) return true
  return talk.works && !(await talk.isTaken(found.tabId))
}
