import { UUID } from '@helptally/core/page'
import type { KeyValueStore } from './ports/ports.js'
import { put } from './storing.js'

export const VISITOR_KEY = 'help.visitor'

/** Thirteen months, the longest life that CNIL allows such an id. */
const VISITOR_LIFE_MS = 395 * 24 * 60 * 60 * 1000

/**
 * The pseudonym of this browser, made on first need and again when it is too old or broken. Beside it lies a secret that is
 * never sent, for the ids of chats (`chat/secretOf.ts`): made later, two tabs could each make one before they see the other's.
 */
export function visitorId(store: KeyValueStore | null, now: number, newId: () => string): string {
  try {
    const { id, madeAt } = JSON.parse(store?.getItem(VISITOR_KEY) ?? '{}') as { id?: unknown; madeAt?: unknown }
    const ageMs = now - Number(madeAt)
    if (typeof id === 'string' && UUID.test(id) && ageMs < VISITOR_LIFE_MS) return id
  } catch {
    // Broken or forbidden: a new one.
  }
  const id = newId()
  // Where it cannot be kept, it lives as long as this page.
  put(store, VISITOR_KEY, JSON.stringify({ id, madeAt: now, secret: newId() }))
  return id
}
