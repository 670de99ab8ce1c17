import type { PageEvent } from '../conversation/chatEvent.js'
import { chatEventSchemas } from './chatEvent.js'
import { eventSchemas } from './event.js'
import { type Parsed, parseBy } from './parseBy.js'

/** All that a page may post, by its name. */
export const pageEventSchemas: typeof eventSchemas & typeof chatEventSchemas = { ...eventSchemas, ...chatEventSchemas }

export type ParsedPageEvent = Parsed<PageEvent>

/** Checks one event of a page: of its help center, or of a chat widget. Never throws. */
export function parsePageEvent(input: unknown): ParsedPageEvent {
  return parseBy<PageEvent>(pageEventSchemas, input)
}
