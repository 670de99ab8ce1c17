import { CHANNELS, type Channel, type ChannelRule, type EndReason, RULE_VERSION } from './channels.js'
import type { ArticleRef, Entry, EventName, HelpEvent, Via } from './events.js'
import type { CountedSession } from './recount.js'
import { factOf, factsOf } from './session/facts.js'

/** One event of a session and what it did to it. Times are epoch ms on the page's clock. */
export interface ExplainedStep {
  readonly event: HelpEvent
  /** Idle time before this event's own activity, or before the event when it is none. */
  readonly gapMs: number
  /** `started` opened the session, `kept` postponed its end, `noted` did neither. */
  readonly did: 'started' | 'kept' | 'noted'
}

/** Why a session was counted: the start, each event and gap, the end, and the rule applied. */
export interface SessionExplained {
  /** That of the event that opened it. */
  readonly id: string
  readonly ruleVersion: number
  readonly rule: Pick<ChannelRule, 'channel' | 'idleMs' | 'idleEnds' | 'idleFrom'>
  readonly site: string
  readonly tabId: string
  readonly visitorId: string
  /** The session before it in the same tab; null for none. */
  readonly previousId: string | null
  /** Made by the seed command, not by a reader. */
  readonly synthetic: boolean
  /** Read out of an access log, by the import. */
  readonly imported?: true
  readonly start: {
    readonly at: number
    readonly entry: Entry
    readonly via: Via
    readonly article: ArticleRef
    readonly text: string
  }
  /** Its events in order, and what each did to it. */
  readonly steps: readonly ExplainedStep[]
  /** Longest idle time inside the session, ms. */
  readonly longestGapMs: number
  /** Its last activity, epoch ms. */
  readonly lastAt: number
  /** null while the session is open. */
  readonly end: { readonly at: number; readonly reason: EndReason; readonly text: string } | null
  /** Events whose claimed session is not the one that the rulebook finds. Empty when page and recount agree. */
  readonly disagreements: readonly {
    readonly eventId: string
    readonly name: EventName
    readonly claimed: string | null
  }[]
}

const ENTRY_TEXT: Readonly<Record<Entry, string>> = {
  article_click: 'The reader clicked a link to the article.',
  direct_link: 'The reader came to the article by a direct link.',
  search_enter: 'The reader pressed Enter on an option of the search bar.',
}

/** Why a session was counted, event by event. `rules`: those that it was counted by; without them the rulebook. */
export function explain(
  session: CountedSession,
  rules: Readonly<Record<Channel, ChannelRule>> = CHANNELS,
): SessionExplained {
  const rule = rules[session.opening.channel]
  const { opening } = session
  return {
    id: session.id,
    ruleVersion: RULE_VERSION,
    rule: { channel: rule.channel, idleMs: rule.idleMs, idleEnds: rule.idleEnds, idleFrom: rule.idleFrom },
    site: opening.site,
    tabId: opening.tabId,
    visitorId: opening.visitorId,
    previousId: session.previousId,
    synthetic: opening.synthetic === true,
    ...(opening.imported && { imported: true }),
    start: {
      at: session.startedAt,
      entry: opening.entry,
      via: opening.via,
      article: opening.article,
      text: ENTRY_TEXT[opening.entry],
    },
    steps: stepsOf(session),
    longestGapMs: longestGapOf(session),
    lastAt: session.lastAt,
    end:
      session.reason === null
        ? null
        : { at: session.endedAt!, reason: session.reason, text: endText(rule, session.reason) },
    disagreements: session.events
      .filter((event) => event.sessionId !== session.id)
      .map((event) => ({ eventId: event.id, name: event.name, claimed: event.sessionId })),
  }
}

function stepsOf(session: CountedSession): ExplainedStep[] {
  let lastAt = session.startedAt
  return session.events.map((event) => {
    if (event.id === session.id) return { event, gapMs: 0, did: 'started' }
    let gapMs = 0
    for (const { fact, at } of factsOf(event)) {
      gapMs = Math.max(0, at - lastAt)
      if (fact.type !== 'tick') lastAt = Math.max(lastAt, at)
    }
    return { event, gapMs, did: factOf(event).type === 'tick' ? 'noted' : 'kept' }
  })
}

function longestGapOf(session: CountedSession): number {
  let lastAt = session.startedAt
  let longest = 0
  // The last activity may be known only from an event that came after the session.
  for (const at of [...activitiesIn(session), session.lastAt]) {
    longest = Math.max(longest, at - lastAt)
    lastAt = Math.max(lastAt, at)
  }
  return longest
}

function activitiesIn(session: CountedSession): number[] {
  return session.events
    .filter((event) => event.id !== session.id)
    .flatMap(factsOf)
    .filter(({ fact }) => fact.type !== 'tick')
    .map(({ at }) => at)
}

function endText(rule: ChannelRule, reason: EndReason): string {
  if (reason !== 'idle') return `The session ended early: ${reason.replace('_', ' ')}.`
  return `No ${rule.idleFrom.replace('_', ' ')} for ${rule.idleMs / 60_000} minutes, the idle time ${rule.idleEnds}.`
}
