import { UUID } from '@helptally/core'
import type { LookedUp } from '@helptally/dashboard'
import { lookUp } from '@helptally/server'
import type { Reading } from './reading.js'

/**
 * What became of the event that somebody typed the id of; null when nobody typed any. What is no id is looked up too:
 * a page may have sent it as one, and been turned away for it.
 */
export async function lookUpAsked(
  { store, maySee }: Pick<Reading, 'store' | 'maySee'>,
  typed = '',
): Promise<LookedUp | null> {
  const text = typed.trim()
  if (text === '') return null
  const isId = UUID.test(text.toLowerCase())
  const entry = await lookUp(store, isId ? text.toLowerCase() : text, maySee)
  if (entry) return { is: 'known', entry }
  return { is: isId ? 'unknown' : 'bad_id' }
}
