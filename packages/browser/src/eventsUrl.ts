import { addressBelow } from '@helptally/core/page'
import type { HelpOptions } from './helpEngine.js'

const DEFAULT_BASE = '/api/help'

/** Where events are posted to. */
export function eventsUrl({ base = DEFAULT_BASE }: HelpOptions): string {
  return addressBelow(base, 'events')
}
