import type { Ports } from '../ports/ports.js'
import { put } from '../storing.js'
import { VISITOR_KEY } from '../visitor.js'
import type { ChatMemory } from './createChat.js'

/**
 * The secret of this visitor, which is never sent. It is made and kept with the visitor's id, so that all tabs have the same,
 * and both are forgotten together; a visitor from before has none. Where it cannot be kept, it lives as long as this page.
 */
export function secretOf(
  { localStore, random }: Pick<Ports, 'localStore' | 'random'>,
  visitorId: string,
  memory: ChatMemory,
): string {
  const stored = readVisitor(localStore)
  if (stored?.id === visitorId && typeof stored.secret === 'string') return stored.secret
  if (memory.secret?.visitorId !== visitorId) memory.secret = { visitorId, text: newSecret(random) }
  const { text } = memory.secret
  if (stored?.id === visitorId) put(localStore, VISITOR_KEY, JSON.stringify({ ...stored, secret: text }))
  return text
}

interface StoredVisitor {
  readonly id?: unknown
  readonly secret?: unknown
}

function readVisitor(store: Ports['localStore']): StoredVisitor | null {
  try {
    return JSON.parse(store?.getItem(VISITOR_KEY) ?? 'null') as StoredVisitor | null
  } catch {
    return null
  }
}

/** 128 bits. */
function newSecret(random: Ports['random']): string {
  return Array.from(random(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
