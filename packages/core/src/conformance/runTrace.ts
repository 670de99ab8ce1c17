import { CHANNELS, type Channel, type ChannelRule } from '../channels.js'
import { type ConversationExplained, explainConversation } from '../conversation/explainConversation.js'
import { recountConversation } from '../conversation/recountConversation.js'
import type { HelpEvent } from '../events.js'
import { explain, type SessionExplained } from '../explain.js'
import { recount } from '../recount.js'
import { sessionsOf } from './sessionsOf.js'
import { type ToldTab, tellTabs } from './tellTabs.js'
import { type ToldTalk, tellTalks } from './tellTalks.js'
import type { Trace, TraceSession } from './trace.js'

export type AnyExplained = SessionExplained | ConversationExplained

/** What the rulebook counts of a trace, and why. */
export interface TraceRun {
  readonly tabs: readonly ToldTab[]
  readonly talks: readonly ToldTalk[]
  /** By start; those that start at once in the order of the threads. */
  readonly sessions: readonly TraceSession[]
  /** The same, explained. Epoch ms, as 0:00.000 is at `startsAt`. */
  readonly explained: readonly AnyExplained[]
  readonly orphanSearches: number
}

/** After the last event: longer than any session lives. */
const LONG_AFTER_MS = 40 * 86_400_000

/** When a trace is counted, epoch ms. */
export function countedAt({ startsAt, until, events }: Trace): number {
  return startsAt + (until ?? (events.at(-1)?.at ?? 0) + LONG_AFTER_MS)
}

/** Counts a trace by the rulebook, or by other rules. */
export function runTrace(trace: Trace, rules: Readonly<Record<Channel, ChannelRule>> = CHANNELS): TraceRun {
  const now = countedAt(trace)
  const tabs = tellTabs(trace)
  const talks = tellTalks(trace)
  const pages = tabs.map(({ event }) => event)
  const inTabs = recount(pages, now, rules).map((session) => explain(session, rules))
  const conversations = Map.groupBy(talks, ({ of }) => of.in)
  const inTalks = [...conversations.values()].flatMap((told) => {
    const rule = rules[told[0]!.event.channel]
    const sessions = recountConversation(
      rule,
      told.map(({ event }) => event),
    )
    return sessions.map((session) => explainConversation(rule, session, now))
  })
  const threadOf = new Map([
    ...tabs.map(({ event, of }) => [event.tabId, of.in] as const),
    ...talks.map(({ event, of }) => [event.conversationId, of.in] as const),
  ])
  const found = sessionsOf([...inTabs, ...inTalks], trace, (id) => threadOf.get(id)!)
  return { tabs, talks, ...found, orphanSearches: orphansAmong(pages, inTabs) }
}

/** Searches outside the sessions from which no article was opened. */
function orphansAmong(events: readonly HelpEvent[], sessions: readonly SessionExplained[]): number {
  const inside = new Set(sessions.flatMap(({ steps }) => steps.map(({ event }) => event.id)))
  const chosen = new Set(events.flatMap((event) => (event.name === 'help.article.open' ? (event.queryId ?? []) : [])))
  return events.filter(
    (event) => event.name === 'help.search.submit' && !inside.has(event.id) && !chosen.has(event.queryId),
  ).length
}
