import { CHANNELS, type Channel, type ChannelRule, type EndReason } from './channels.js'
import type { ArticleOpen, Envelope, HelpEvent } from './events.js'
import { idleEndAt, isIdle } from './idle.js'
import { runThread } from './session/runThread.js'
import type { OpenSession, SessionEffect } from './session/thread.js'

/** One counted session with the events that belong to it. */
export interface CountedSession extends OpenSession {
  readonly opening: Envelope & ArticleOpen
  /** In the order of `seq`. The opening event is the first. */
  readonly events: readonly HelpEvent[]
  /** Epoch ms; null while the session is open. */
  readonly endedAt: number | null
  readonly reason: EndReason | null
}

/**
 * Runs the rulebook over a log again, without trusting the session ids that the pages claimed.
 * `now` (epoch ms) decides which of the last sessions are still open. `rules`: other ones than the rulebook's.
 */
export function recount(
  events: Iterable<HelpEvent>,
  now: number,
  rules: Readonly<Record<Channel, ChannelRule>> = CHANNELS,
): CountedSession[] {
  const sessions: CountedSession[] = []
  for (const tab of byTab(events)) sessions.push(...recountTab(rules[tab[0]!.channel], tab, now))
  return sessions.sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
}

function recountTab(rule: ChannelRule, events: readonly HelpEvent[], now: number): CountedSession[] {
  const found = new Map<
    string,
    { opening: Envelope & ArticleOpen; events: HelpEvent[]; last: SessionEffect['session'] }
  >()
  runThread(rule, events, (event, effects, open) => {
    for (const { type, session } of effects) {
      if (type === 'started')
        found.set(session.id, { opening: event as Envelope & ArticleOpen, events: [], last: session })
      else found.get(session.id)!.last = session
    }
    if (open) found.get(open.id)!.events.push(event)
  })
  return [...found.values()].map(({ opening, events, last }) => {
    const ended = 'endedAt' in last ? last : endedByNow(rule, last, now)
    return { ...last, opening, events, ...ended }
  })
}

function endedByNow(rule: ChannelRule, session: OpenSession, now: number): Pick<CountedSession, 'endedAt' | 'reason'> {
  return isIdle(rule, session.lastAt, now)
    ? { endedAt: idleEndAt(rule, session.lastAt), reason: 'idle' }
    : { endedAt: null, reason: null }
}

function byTab(events: Iterable<HelpEvent>): HelpEvent[][] {
  const tabs = Map.groupBy(events, (event) => `${event.site} ${event.channel} ${event.tabId}`)
  return [...tabs.values()].map((tab) => tab.sort((a, b) => a.seq - b.seq))
}
