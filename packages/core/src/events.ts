import type { Channel } from './channels.js'
import type { EVENT_VERSION } from './eventVersion.js'

/** Why a session started. */
export const ENTRIES = ['article_click', 'direct_link', 'search_enter'] as const
/** Why a session started. */
export type Entry = (typeof ENTRIES)[number]

/** Where the link that led to an article stood. */
export const VIAS = ['nav', 'home', 'search_result', 'suggestion', 'in_article', 'external'] as const
/** Where the link that led to an article stood. */
export type Via = (typeof VIAS)[number]

/** How the browser came to show the page. */
export const NAVS = ['load', 'soft', 'reload', 'history'] as const
/** How the browser came to show the page. */
export type Nav = (typeof NAVS)[number]

/** What a reader holds. The collector reads it from the user agent; a page does not say it. */
export const DEVICES = ['phone', 'tablet', 'desktop'] as const
/** What a reader holds. */
export type Device = (typeof DEVICES)[number]

/** Which article an event is about. */
export interface ArticleRef {
  /** Stable over translations and rewrites, <= 128 characters. */
  readonly id: string
  /** Content revision, <= 64 characters. */
  readonly rev?: string
  /** <= 128 characters. */
  readonly section?: string
  /** BCP 47, <= 35 characters. */
  readonly lang?: string
}

/** What every event carries. Shapes and limits are checked by `@helptally/core/schema`. */
export interface Envelope {
  /** UUIDv7, made where the event happened. The same id is the same event, however often it arrives. */
  readonly id: string
  /** The version of the schema. */
  readonly v: typeof EVENT_VERSION
  /** <= 64 characters. */
  readonly site: string
  /** Events of a page are of the channel `help`. */
  readonly channel: Channel
  /** UUID of one browser tab; no other living tab shares it. */
  readonly tabId: string
  /** Counts a tab's events from 1, without gaps. */
  readonly seq: number
  /** The id of the event that opened the session this one belongs to. */
  readonly sessionId: string | null
  /** UUID, pseudonymous, made only after consent. */
  readonly visitorId: string
  /** Epoch ms on the page's clock. */
  readonly ts: number
  /**
   * The last activity that postponed the tab's session before this event, epoch ms on the page's clock; null before the first.
   * The evidence for every idle decision: with it a recount repeats the page's reasoning.
   */
  readonly activeAt: number | null
  /** Path without query or fragment, <= 1024 characters. */
  readonly page: string
  /** The article on screen; null where none is. */
  readonly article: ArticleRef | null
  /** BCP 47 language of the page, <= 35 characters. */
  readonly locale?: string
  /** Made by the seed command, not by a reader. */
  readonly synthetic?: true
  /** Read out of a web server's access log, not told by a page: its tab and its visitor are guesses. */
  readonly imported?: true
}

/** An article was shown. */
export interface ArticleOpen {
  readonly name: 'help.article.open'
  readonly article: ArticleRef
  /** What this opening counts as. It is the session's entry when this event opened the session. */
  readonly entry: Entry
  readonly via: Via
  readonly nav: Nav
  /** The tab's session before the one that this event opened. */
  readonly previousId: string | null
  /** The search whose option was chosen. */
  readonly queryId?: string
  /** 1-based rank in the options or in the list. */
  readonly position?: number
  /** The list of suggestions that was clicked. */
  readonly listId?: string
  /** What made that list, <= 40 characters. */
  readonly algorithm?: string
  /** Words of the article, counted where it was rendered: what its expected reading time is reckoned from. */
  readonly words?: number
  /** The session of the other tab whose link opened this one. */
  readonly openedFrom?: string
  /** The session of another tab that this one, a copy of it, had taken for its own until that tab made itself heard. */
  readonly forkedFrom?: string
}

/** Proof that the reader is still active: at least every two minutes, and when the tab is hidden. */
export interface ArticleProgress {
  readonly name: 'help.article.progress'
  /** `input`: the reader acted at `ts`. `hidden`: nothing happened at `ts`, only `activeAt` counts. */
  readonly cause: 'input' | 'hidden'
}

/**
 * How an opened article was read so far: told when it is left, and whenever its tab is hidden. The last one of an opening
 * says it all.
 */
export interface ArticleLeave {
  readonly name: 'help.article.leave'
  readonly article: ArticleRef
  /** The id of the event that opened it. */
  readonly openId: string
  /** Ms in which the article was visible, its window focused, and the last input no older than 30 s. */
  readonly engagedMs: number
  /** The greatest share of the article's height that has come into view, 0 to 100 in whole percent. */
  readonly scroll: number
}

/** A search came to rest: keystrokes are one search, told once. It starts no session. */
export interface SearchSubmit {
  readonly name: 'help.search.submit'
  /** UUID of the search. An article opened from it names it. */
  readonly queryId: string
  /** <= 200 characters. */
  readonly query: string
  /**
   * What told that the reader meant it: Enter, a second without typing, the choice of an option, or leaving the page.
   */
  readonly trigger: 'enter' | 'typing_pause' | 'option' | 'leave'
  /** null when the search engine failed. */
  readonly results: number | null
  /** From the request to its results, ms. */
  readonly latencyMs?: number
  /** What searched, <= 40 characters. */
  readonly engine?: string
  /** What narrowed the search down, at most ten of <= 64 characters: a search that finds nothing under a filter is no gap. */
  readonly filters?: readonly string[]
}

/** Half of a list of suggestions has been in view for a second. */
export interface SuggestionView {
  readonly name: 'help.suggestion.view'
  /** <= 64 characters. */
  readonly listId: string
  /** What made the list, <= 40 characters. */
  readonly algorithm?: string
  /** How many articles the list offers. */
  readonly items: number
}

/** Why an article did not help, or did. */
export const VOTE_REASONS = [
  'answered',
  'clear',
  'incomplete',
  'unclear',
  'outdated',
  'wrong',
  'too_long',
  'not_found',
  'other',
] as const
/** Why an article did not help, or did. */
export type VoteReason = (typeof VOTE_REASONS)[number]

/** The reader's verdict on an article. The last one of a visitor counts. */
export interface FeedbackVote {
  readonly name: 'help.feedback.vote'
  readonly article: ArticleRef
  /** 1: it helped. -1: it did not. */
  readonly value: -1 | 1
  readonly reason?: VoteReason
  /** <= 1000 characters, redacted like a search. */
  readonly comment?: string
}

interface Contact {
  /** `form`, `mail`, `chat`, `phone`: the site's own word, <= 40 characters. */
  readonly method: string
  /** <= 64 characters. */
  readonly formId?: string
}

/** The reader has begun to ask a person. */
export interface ContactStart extends Contact {
  readonly name: 'help.contact.start'
}

/** Articles were offered to a reader who is about to ask. */
export interface ContactOffer extends Contact {
  readonly name: 'help.contact.offer'
  /** Article ids, at most ten. */
  readonly offered: readonly string[]
}

/** The reader has asked. */
export interface ContactSubmit extends Contact {
  readonly name: 'help.contact.submit'
  /** What the ticket is known by elsewhere, or a hash of it, <= 64 characters. */
  readonly ticket?: string
}

/** A page of the help center that does not exist. */
export interface NotFound {
  readonly name: 'help.error.not_found'
  /** The host of the page with the link, <= 255 characters; '' when nobody says. */
  readonly referrer: string
}

/** The web vitals that are measured: https://web.dev/articles/vitals */
export const VITALS = ['LCP', 'INP', 'CLS', 'FCP', 'TTFB'] as const
/** The name of a web vital. */
export type VitalName = (typeof VITALS)[number]

/** One web vital of one navigation. `page` and `article` are those of the navigation it measures. */
export interface WebVital {
  readonly name: 'browser.web_vital'
  readonly metric: VitalName
  /** Milliseconds; CLS has no unit. */
  readonly value: number
  /** web-vitals' own id: reports of one metric share it, the latest wins. <= 64 characters. */
  readonly metricId: string
  /** `soft` for a navigation inside the app. */
  readonly navigation: 'hard' | 'soft'
  /** The id of the event that opened the article it measures. */
  readonly openId?: string
}

/** What an event says beside its envelope, by its name. */
export type EventFields =
  | ArticleOpen
  | ArticleProgress
  | ArticleLeave
  | SearchSubmit
  | SuggestionView
  | FeedbackVote
  | ContactStart
  | ContactOffer
  | ContactSubmit
  | NotFound
  | WebVital
/** The name of an event. */
export type EventName = EventFields['name']

/** One immutable fact of the `help` channel. The log of these is the truth. */
export type HelpEvent = { [F in EventFields as F['name']]: Envelope & F }[EventName]

type ActivityOf = { [F in EventFields as F['name']]: (event: F) => 'entry' | 'activity' | 'none' }

/** What each event means for the session of its tab: whether it may start one, or postpones its end. */
export const ACTIVITY_OF: Readonly<ActivityOf> = {
  'help.article.open': () => 'entry',
  'help.article.progress': (event) => (event.cause === 'input' ? 'activity' : 'none'),
  'help.search.submit': (event) => (event.trigger === 'leave' ? 'none' : 'activity'),
  'help.article.leave': () => 'none',
  'help.suggestion.view': () => 'none',
  'help.feedback.vote': () => 'activity',
  'help.contact.start': () => 'activity',
  'help.contact.offer': () => 'none',
  'help.contact.submit': () => 'activity',
  'help.error.not_found': () => 'none',
  'browser.web_vital': () => 'none',
}
