import { LIMITS } from '@helptally/core'
import type { Store } from '../store/store.js'
import type { Pseudonyms } from './pseudonyms.js'

/** A visitor of a chat platform, by the platform's own id or by the telephone number. */
export interface PlatformVisitor {
  readonly site: string
  /** A number begins with + and the code of its country; spaces and the like in it do not matter. */
  readonly visitor: string
}

/** Erases all that is kept of a visitor whom a platform knows; resolves to the number of events. Of the id nothing is kept. */
export async function erasePlatformVisitor(
  store: Pick<Store, 'eraseVisitor'>,
  pseudonyms: Pseudonyms,
  { site, visitor }: PlatformVisitor,
): Promise<number> {
  let events = 0
  for (const id of idsOf(visitor)) events += await store.eraseVisitor(pseudonyms.visitor(site, id))
  return events
}

export const isPlatformId = (text: unknown): text is string =>
  typeof text === 'string' && text.trim() !== '' && text.length <= LIMITS.platformId

const NUMBER = /^\+[\d\s().-]+$/

/** A telephone number as WhatsApp has it, and Twilio for messages and for WhatsApp. Another id is only itself. */
function idsOf(visitor: string): readonly string[] {
  const id = visitor.trim()
  if (!NUMBER.test(id)) return [id]
  const digits = id.replaceAll(/\D/g, '')
  return [digits, `+${digits}`, `whatsapp:+${digits}`]
}
