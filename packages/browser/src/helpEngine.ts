import type {
  ArticleRef,
  ChatEvent,
  ContactOffer,
  ContactStart,
  ContactSubmit,
  Entry,
  FeedbackVote,
  HelpEvent,
  NotFound,
  SuggestionView,
} from '@helptally/core'
import type { StoreApi } from 'zustand/vanilla'
import type { Counting } from './counting.js'
import type { Ports } from './ports/ports.js'

/** What the reader has chosen; `unknown` until then. */
export type Consent = 'unknown' | 'granted' | 'refused'

/** What a site may look at. One per top-level page. */
export interface HelpState {
  /** Nothing counts but with `granted`. */
  readonly consent: Consent
  /** The browser refuses by Global Privacy Control: the reader need not choose, and cannot here. */
  readonly refusedBySignal: boolean
  /**
   * `off`: not counting (server, iframe, consent not granted, page not seen yet). `claiming`: proving that the tab id is
   * ours. `ready`: counting. `parked`: the page was left.
   */
  readonly status: 'off' | 'claiming' | 'ready' | 'parked'
  /** The id of this tab; null until it is proven to be its own. */
  readonly tabId: string | null
  /** The open session of this tab. Times are epoch ms. */
  readonly session: { readonly id: string; readonly entry: Entry; readonly startedAt: number } | null
  /** The article on screen, while the page counts. */
  readonly article: ArticleRef | null
  /** What the browser refused and counting has to do without. Empty when all is well. */
  readonly degraded: readonly ('storage' | 'locks' | 'channel')[]
}

/** Results that the reader sees for what stands in the search field. */
export interface ShownResults {
  /** What the reader has typed. */
  readonly query: string
  /** null when the search failed. */
  readonly results: number | null
  /** From the request to its results, ms. */
  readonly latencyMs?: number
  /** What searched, <= 40 characters. */
  readonly engine?: string
  /** What narrows the search down, at most ten of <= 64 characters. */
  readonly filters?: readonly string[]
}

/** Why the reader votes so. A comment is redacted before it leaves the page. */
export type VoteMore = Pick<FeedbackVote, 'reason' | 'comment'>

/** What a site may tell of its reader itself, where no mark in the page says it. */
export type SiteFact =
  | ContactStart
  | ContactOffer
  | ContactSubmit
  | SuggestionView
  | (Omit<NotFound, 'referrer'> & Partial<NotFound>)
  | Omit<FeedbackVote, 'article'>

/** What happened in a chat, at `at` (epoch ms), as the event that a claimed tab tells; undefined when it is none. */
export type ChatEventOf = (
  counting: Pick<Counting, 'known' | 'visitorId'>,
  ports: Pick<Ports, 'localStore' | 'random'>,
  site: string,
  at: number,
) => ChatEvent | undefined

/** What happened in a chat, with the code that makes an event of it: only pages with a chat load that. */
export interface ChatTold {
  readonly chat: Promise<ChatEventOf>
}

/** Facts have a name; results have none; a chat brings its code. */
export type SiteTold = SiteFact | ShownResults | ChatTold

/** A change to an event before it is sent; null drops it. */
export type BeforeSend = (event: HelpEvent) => HelpEvent | null | undefined | false

export interface HelpOptions {
  /** The id of the help center, <= 64 characters. */
  readonly site: string
  /**
   * Where articles live: `/:locale/articles/:slug`. `:slug` (or the last parameter) is the article's id. With
   * `/:locale(en|es)?` in front, an address without a language is one, too.
   */
  readonly articles: string
  /** Where the home page lives, for `via: 'home'`. Default `/`. */
  readonly home?: string
  /**
   * The collector's base path or absolute address. With a slash at its end, events are posted to `…/events/`, as a site
   * wants it that sends addresses without one on. Default `/api/help`.
   */
  readonly base?: string
  /**
   * `ask`: nothing is stored or sent until `setConsent('granted')`. `granted`: the site has a legal ground of its own; a
   * refusal still wins. Default `ask`.
   */
  readonly consent?: 'ask' | 'granted'
  /**
   * How long events wait for others at most, to be sent together, ms; the first of a page wait two seconds at most, and
   * all go when a second has brought none. Default 5000.
   */
  readonly flushMs?: number
  /** Called for each event before it is sent: it may change one, or drop it. Default: all are sent as they are. */
  readonly beforeSend?: BeforeSend
}

/** The engine in the page. Its methods never throw into the site. */
export interface HelpEngine {
  /** The state of this tab, as a store of zustand: read it, and hear when it changes. */
  readonly store: Pick<StoreApi<HelpState>, 'getState' | 'subscribe'>
  /** Options that are known later than the start. What is left out stays as it was. */
  configure(options: Pick<HelpOptions, 'base' | 'consent' | 'flushMs' | 'beforeSend'>): void
  /** The reader's choice. Refusal removes everything stored and holds in every open tab. */
  setConsent(choice: 'granted' | 'refused'): void
  /** Call whenever results are shown; keystrokes are collapsed into one search. */
  showResults(shown: ShownResults): void
  /** The reader's verdict on the article on screen. The last one counts. */
  vote(value: -1 | 1, more?: VoteMore): void
  /** What has no mark in the page, or cannot have one. What is no such fact is refused, with an error in the console. */
  track(fact: SiteFact): void
}
