import {
  CHANNELS,
  type ConversationChannel,
  type ConversationEvent,
  explainConversation,
  recountConversation,
} from '@helptally/core'
import type { ConversationAnswer, ConversationNeighbour, ConversationSessionRow } from '@helptally/server/reports'
import { createElement } from 'react'
import {
  ConversationTimeline,
  type ConversationTimelineProps,
  type DashboardLocale,
  type PageView,
} from '../src/index.js'
import { render } from './page.js'
import { pageView } from './reports.js'

const START = Date.parse('2026-11-22T10:00:00Z')
const SECOND = 1_000
export const MINUTE: number = 60 * SECOND
export const HOUR: number = 60 * MINUTE

export const idOf = (n: number): string => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** What happened so many ms after ten, as `by: type`. */
type Told = readonly [
  afterMs: number,
  what: 'user' | 'bot' | 'agent' | `chat.${string}`,
  more?: Partial<ConversationEvent>,
]

function eventsOf(channel: ConversationChannel, told: readonly Told[]): ConversationEvent[] {
  return told.map(([afterMs, what, more], i) => ({
    ...{ id: idOf(i + 1), site: 'ayuda', channel, conversationId: idOf(800), visitorId: idOf(900) },
    ...{ at: START + afterMs, score: null, cause: '' },
    ...(what.startsWith('chat.')
      ? { name: what as ConversationEvent['name'], by: null }
      : { name: 'chat.message' as const, by: what as 'user' }),
    ...more,
  }))
}

/** What the rulebook says of the nth session of a conversation, so many ms after ten. */
export function answered(
  channel: ConversationChannel,
  told: readonly Told[],
  nth = 0,
  nowMs = 100 * HOUR,
): ConversationAnswer {
  const rule = CHANNELS[channel]
  const sessions = recountConversation(rule, eventsOf(channel, told))
  const neighbour = (at: number): ConversationNeighbour | null => {
    const { id, startedAt, lastAt, endedAt, reason } = sessions[at] ?? {}
    return id === undefined ? null : { id, startedAt: startedAt!, lastAt: lastAt!, endedAt: endedAt!, reason: reason! }
  }
  return {
    ...explainConversation(rule, sessions[nth]!, START + nowMs),
    previous: neighbour(nth - 1),
    next: neighbour(nth + 1),
  }
}

/** A chat on a web page in three sessions: split by silence, then by an interruption; the last went to an agent. */
export const webChat: readonly Told[] = [
  [0, 'user'],
  [4 * SECOND, 'bot'],
  [5 * MINUTE, 'user'],
  [9 * MINUTE, 'bot'],
  [10 * MINUTE + 1, 'user'],
  [11 * MINUTE, 'chat.interrupted', { cause: '\u202eCRM "gone"</script>' }],
  [12 * MINUTE, 'bot'],
  [13 * MINUTE, 'agent'],
  [13 * MINUTE + SECOND, 'chat.survey_sent'],
  [14 * MINUTE, 'chat.survey_answered', { score: 4.5 }],
]

/** Over two days, and open at its end. */
export const whatsapp: readonly Told[] = [
  [0, 'user'],
  [23 * HOUR, 'bot'],
  [30 * HOUR, 'user'],
]

export function conversationRow(changes: Partial<ConversationSessionRow> = {}): ConversationSessionRow {
  return {
    id: idOf(7),
    channel: 'whatsapp',
    started_at: '2026-11-22T09:00:00.000Z',
    last_at: '2026-11-22T09:30:00.000Z',
    ended_at: '2026-11-22T09:31:00.000Z',
    end_reason: 'transfer',
    duration_ms: 30 * MINUTE,
    interactions: 12,
    user_turns: 5,
    ...changes,
  }
}

export function timeline(
  session: ConversationAnswer,
  {
    locale = 'en',
    meanwhile = [],
    ...view
  }: Partial<PageView> & Partial<Pick<ConversationTimelineProps, 'meanwhile'>> = {},
): string {
  const page = pageView('sessions', { locale, timeZone: 'Europe/Madrid', ...view })
  return render(createElement(ConversationTimeline, { page, session, meanwhile }))
}

/** Each way to start, to go on and to end, with and without others beside it. */
export function everyConversation(locale: DashboardLocale): Record<string, string> {
  const rows = (['idle', 'close', 'transfer', 'survey_answered', 'interrupted', null] as const).map((end_reason, i) =>
    conversationRow({ id: idOf(20 + i), end_reason, ended_at: end_reason && '2026-11-22T09:31:00.000Z' }),
  )
  return {
    chatFirst: timeline(answered('web', webChat), { locale }),
    chatSecond: timeline(answered('web', webChat, 1), { locale, meanwhile: rows }),
    chatThird: timeline(answered('web', webChat, 2), { locale }),
    chatClosed: timeline(
      answered('web', [
        [0, 'agent'],
        [MINUTE, 'chat.close'],
      ]),
      { locale },
    ),
    overDays: timeline(answered('whatsapp', whatsapp, 0, 31 * HOUR), { locale }),
    passedOn: timeline(
      answered('sms', [
        [0, 'bot'],
        [HOUR, 'chat.transfer', { cause: 'x'.repeat(200) }],
      ]),
      { locale },
    ),
  }
}
