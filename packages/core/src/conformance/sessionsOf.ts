import type { ConversationExplained } from '../conversation/explainConversation.js'
import type { SessionExplained } from '../explain.js'
import type { AnyExplained } from './runTrace.js'
import type { Trace, TraceSession } from './trace.js'

/**
 * Explained sessions, of the rulebook or as a collector answers them, as a trace tells of sessions, and in that order.
 * `threadOf` knows the name of the thread of a tab or a conversation, by its id.
 */
export function sessionsOf(
  explained: readonly AnyExplained[],
  trace: Pick<Trace, 'startsAt' | 'timeZone' | 'threads'>,
  threadOf: (id: string) => string,
): { readonly sessions: readonly TraceSession[]; readonly explained: readonly AnyExplained[] } {
  const threads = Object.keys(trace.threads)
  const place = (one: AnyExplained): number => threads.indexOf(threadOf(threadIdOf(one)))
  const sorted = explained.toSorted((a, b) => a.start.at - b.start.at || place(a) - place(b))
  const sessions = sorted.map((one): TraceSession => {
    const before = sorted.findIndex(({ id }) => id === one.previousId)
    return {
      in: threadOf(threadIdOf(one)),
      start: one.start.at - trace.startsAt,
      ...(one.end && { end: one.end.at - trace.startsAt, reason: one.end.reason }),
      previous: before === -1 ? null : before + 1,
      day: dayAt(one.start.at, trace.timeZone),
      ...('tabId' in one ? ofHelp(one) : ofConversation(one)),
    }
  })
  return { sessions, explained: sorted }
}

const threadIdOf = (one: AnyExplained): string => ('tabId' in one ? one.tabId : one.conversationId)

function ofHelp({ start: { entry, via }, steps }: SessionExplained): Partial<TraceSession> {
  const named = (name: string): number => steps.filter(({ event }) => event.name === name).length
  return { entry, via, articles: named('help.article.open'), searches: named('help.search.submit') }
}

const ofConversation = ({ interactions, userTurns }: ConversationExplained): Partial<TraceSession> => ({
  interactions,
  userTurns,
})

/** The date at an instant (epoch ms) in a time zone: 2026-11-02. */
function dayAt(instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day}`
}
