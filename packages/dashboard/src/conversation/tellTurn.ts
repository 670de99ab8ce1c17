import type { ConversationEvent } from '@helptally/core'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'

interface ToldTurn {
  readonly what: string
  /** Ours and theirs. */
  readonly details: readonly string[]
}

/** What happened in a conversation, in words. */
export function tellTurn({ name, by, score, cause }: ConversationEvent, { words, format }: View): ToldTurn {
  const { wrote, happened, score: scored } = words.on.conversation
  if (name === 'chat.message') return { what: wrote[by!], details: [] }
  return {
    what: happened[name],
    details: [
      ...(score === null ? [] : [scored(format.plain(score))]),
      ...(cause === '' ? [] : [words.event.quote(seen(cause))]),
    ],
  }
}
