import type { Channel, EndReason } from '../channels.js'
import type { Speaker, Turn } from '../conversation/conversationFact.js'
import type { Entry, Via } from '../events.js'

/** The version of the format. It grows when what was a trace before is none any more, or means something else. */
export const TRACE_VERSION = 1

/** How a reader comes to an article, and what that counts as. */
export const WAYS = {
  click: { entry: 'article_click', via: 'home', nav: 'soft' },
  link_in_article: { entry: 'article_click', via: 'in_article', nav: 'soft' },
  suggestion: { entry: 'article_click', via: 'suggestion', nav: 'soft' },
  option_click: { entry: 'article_click', via: 'search_result', nav: 'soft' },
  option_enter: { entry: 'search_enter', via: 'search_result', nav: 'soft' },
  direct_link: { entry: 'direct_link', via: 'external', nav: 'load' },
  reload: { entry: 'direct_link', via: 'external', nav: 'reload' },
  back: { entry: 'direct_link', via: 'external', nav: 'history' },
} as const
export type Way = keyof typeof WAYS

/**
 * What a reader does in a tab, or what happens to it, beside opening an article and searching. `input`: pointer, key, wheel
 * or touch. `leave`: for a page that is no article. `return`: the tab is seen again, and has the focus. `move`: the mouse
 * moves. `timer`: the page does something by itself. `close`: the tab is closed.
 */
export const DEEDS = [
  'input',
  'vote',
  'contact',
  'suggestions',
  'leave',
  'hide',
  'return',
  'move',
  'timer',
  'vital',
  'close',
] as const
export type Deed = (typeof DEEDS)[number]

/** What may happen in a conversation beside messages. A chat window that opens does nothing, and has no place here. */
export const TALK_TURNS: readonly TalkTurn[] = ['close', 'transfer', 'survey_sent', 'survey_answered', 'interrupted']
export type TalkTurn = Exclude<Turn, 'open'>

interface Moment {
  /** Ms after the start of the trace. */
  readonly at: number
}

/** Something in one tab or one conversation. */
interface Within extends Moment {
  /** The name of its thread. */
  readonly in: string
}

export type TabEvent = Within &
  (
    | { readonly does: 'open'; readonly by: Way; readonly article: string }
    | { readonly does: 'search'; readonly query: string }
    | { readonly does: Deed }
  )

export type TalkEvent = Within & ({ readonly does: 'message'; readonly by: Speaker } | { readonly does: TalkTurn })

/** The reader's choice. It holds in every tab at once. */
export type ChoiceEvent = Moment & { readonly does: 'grant' | 'refuse' }

export type TraceEvent = TabEvent | TalkEvent | ChoiceEvent

/** A session as a trace tells of it. Times are ms after the start of the trace. */
export interface TraceSession {
  readonly in: string
  readonly start: number
  /** undefined while it is open. */
  readonly end?: number | undefined
  readonly reason?: EndReason | undefined
  /** Which of the sessions, counted from 1, was the one before it in its thread; null when it is the first. */
  readonly previous: number | null
  /** On which it counts: 2026-11-02, in the time zone of the trace. */
  readonly day?: string | undefined
  /** Of the help center: why it started, and what is in it. */
  readonly entry?: Entry | undefined
  readonly via?: Via | undefined
  readonly articles?: number | undefined
  readonly searches?: number | undefined
  /** Of a conversation: messages of all sides, and of the user. */
  readonly interactions?: number | undefined
  readonly userTurns?: number | undefined
}

/** What has to be counted. Fields that an expected session leaves out may be anything. */
export interface Expected {
  /** By start; those that start at once in the order of the threads. */
  readonly sessions: readonly TraceSession[]
  readonly orphanSearches: number
}

/** What happened, as data: the rules shown by example. One visitor, in tabs and conversations. */
export interface Trace {
  readonly name: string
  /** The rule that it shows, in a sentence. */
  readonly rule: string
  /** Tabs (channel `help`) and conversations, by the names that events call them by. */
  readonly threads: Readonly<Record<string, Channel>>
  /** Epoch ms of 0:00.000. */
  readonly startsAt: number
  /** IANA time zone of the site's days. */
  readonly timeZone: string
  /** What the reader had chosen before. */
  readonly consent: 'granted' | 'refused' | 'none'
  /** In order of time. */
  readonly events: readonly TraceEvent[]
  /** When it is counted, ms after the start; null: when all is over. */
  readonly until: number | null
  readonly expected: Expected | null
}
