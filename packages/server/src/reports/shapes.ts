import type { EndReason, Entry, Outcome, Via, VitalName } from '@helptally/core'
import type { ArticleReport } from './articleShapes.js'
import type { ChannelsReport } from './channelShapes.js'
import type { DeflectionReport } from './deflectionShapes.js'
import type { Metric } from './metric.js'
import type { OutcomesReport } from './outcomeShapes.js'
import type { Rate } from './rates.js'
import type { FlowReport, GapsReport, SearchesReport, SuggestionsReport } from './searchShapes.js'

export type * from './articleShapes.js'
export type * from './channelShapes.js'
export type * from './deflectionShapes.js'
export type { Metric } from './metric.js'
export type * from './outcomeShapes.js'
export type { Rate } from './rates.js'
export type * from './searchShapes.js'

/** What the numbers of a report mean, printed beside them. A changed meaning is a new version. */
export interface Definition {
  readonly id: string
  /** From 1. */
  readonly version: number
  readonly text: string
  /** How each number is reckoned, by its field in rows or totals: `ctr`, `withheld.queries`. */
  readonly metrics: Readonly<Record<string, Metric>>
}

/** How long the rows of a report by time may be. */
export const INTERVALS = ['hour', 'day', 'week', 'month'] as const
/** How long a row of a report by time is. */
export type Interval = (typeof INTERVALS)[number]

/** The period of a report, half-open: `from` belongs to it, `to` does not. */
export interface Period {
  /** Epoch ms. */
  readonly from: number
  /** Epoch ms. */
  readonly to: number
  /** IANA time zone in which days begin. */
  readonly tz: string
}

/** What every report says of itself. */
export interface Report<Name extends string> {
  readonly definition: Definition & { readonly id: Name }
  readonly site: string
  /** ISO instants. */
  readonly from: string
  /** The end, not part of it. */
  readonly to: string
  /** IANA time zone in which days begin. */
  readonly tz: string
  /** True when any counted row was made by the seed command. */
  readonly synthetic: boolean
  /** Some sessions that started in the period were read out of an access log. */
  readonly imported?: true
}

/** Sessions by the interval on which they started. */
export type SessionCounts = Readonly<Record<'sessions' | Entry, number>>

/** How many sessions started, by time and by entry. */
export interface SessionsReport extends Report<'sessions'> {
  readonly interval: Interval
  /** One row an interval, zeros included. `start` is an ISO instant. */
  readonly rows: readonly ({ readonly start: string } & SessionCounts)[]
  readonly totals: SessionCounts & {
    /** Searches that opened no article and lie in no session. Never part of `sessions`. */
    readonly orphan_searches: number
  }
}

/** One session as a line of a list. Times are ISO instants. */
export interface SessionRow {
  readonly id: string
  readonly entry: Entry
  readonly via: Via
  /** The id of the article that opened it. */
  readonly article: string
  readonly started_at: string
  /** The last activity so far. */
  readonly last_at: string
  /** null while the session is open. */
  readonly ended_at: string | null
  readonly end_reason: EndReason | null
  /** Last activity - start; the idle tail is not part of it. */
  readonly duration_ms: number
  /** Articles opened in it. */
  readonly articles: number
  /** Searches made in it. */
  readonly searches: number
  readonly visitor_id: string
  readonly synthetic: boolean
  /** It was read out of an access log. */
  readonly imported?: true
}

/** A search as it is told: without case and punctuation. */
export interface LiveSearch {
  /** ISO instant. */
  readonly at: string
  readonly query: string
  /** null when the search engine failed. */
  readonly results: number | null
}

/** A page that readers looked for in vain. */
export interface NotFoundPage {
  /** Its path. */
  readonly page: string
  /** The last time, an ISO instant. */
  readonly at: string
  /** The host of the page whose link led there last; '' when nobody says. */
  readonly referrer: string
  readonly times: number
}

/** Sessions open now, and the latest sessions of the period, newest first. */
export interface LiveReport extends Report<'live'> {
  readonly rows: readonly SessionRow[]
  readonly totals: { readonly open: number }
  /** Events of each of the last five minutes, the latest last. */
  readonly per_minute: readonly number[]
  /** The latest of the last 24 hours, the newest first: those that enough tabs have made in 30 days, three or `k`. */
  readonly searches: readonly LiveSearch[]
  /** Of as many latest searches, those that are not shown because fewer tabs made them. */
  readonly searches_withheld: number
  /** Of the last 24 hours, the latest first. */
  readonly not_found: readonly NotFoundPage[]
}

/** What came of the openings of an article. */
export interface ArticleNumbers {
  /** How often it was opened. */
  readonly opens: number
  /** Sessions in which it was opened. */
  readonly session_views: number
  /** Of the openings that told of their reading, ms; null when none did. */
  readonly engaged_median_ms: number | null
  /** Three of four openings stay at or under it, ms; nearest rank. */
  readonly engaged_p75_ms: number | null
  /** Of the article's height, %. */
  readonly scroll_median: number
  /** Openings in which it was read. */
  readonly read: Rate
  /** Openings left at once. */
  readonly quick_exit: Rate
  /** Openings after which the session opened no other article. */
  readonly last_article: Rate
  /** Openings followed by a search in the session. */
  readonly search_again: Rate
  /** Openings whose visitor asked for help within 24 hours. */
  readonly contact_after: Rate
  readonly helpfulness: Rate & {
    /** Lower bound of the 95 % Wilson interval: what articles are ranked by. */
    readonly low: number | null
  }
  /** Votes of all openings. */
  readonly votes: Rate
  /** Openings with a vote against, a quick exit, a search again or a contact after. */
  readonly failed: Rate
  /** Failed openings times the lower bound of their share: where mending helps most. */
  readonly score: number
}

/** One article and what came of it. */
export interface ArticleRow extends ArticleNumbers {
  /** Article id. */
  readonly article: string
  /** Ids of the sessions behind the number that was asked for, the latest first, at most 100. */
  readonly sessions?: readonly string[]
}

/** What came of each article. */
export interface ArticlesReport extends Report<'articles'> {
  readonly rows: readonly ArticleRow[]
  readonly totals: { readonly articles: number; readonly opens: number }
}

/** One web vital of one article. */
export interface VitalsRow {
  /** Article id. */
  readonly article: string
  readonly metric: VitalName
  /** Hard and soft navigations are never mixed. */
  readonly navigation: 'hard' | 'soft'
  /** Nearest rank: the sorted value at ceil(0.75 n). Milliseconds; CLS has no unit. */
  readonly p75: number
  /** Page views measured. */
  readonly n: number
  /** By the limits of web.dev/articles/vitals; the three sum to 1. */
  readonly good: Rate
  readonly needs_improvement: Rate
  readonly poor: Rate
}

/** What came of openings whose largest contentful paint was so fast. */
export interface SpeedOutcome {
  readonly navigation: VitalsRow['navigation']
  readonly speed: 'good' | 'needs_improvement' | 'poor'
  readonly read: Rate
  readonly quick_exit: Rate
}

/** How fast articles show, and what came of it. */
export interface VitalsReport extends Report<'vitals'> {
  readonly rows: readonly VitalsRow[]
  /** At most six rows: those of which anything was measured. */
  readonly speed: readonly SpeedOutcome[]
}

/** Of the events received, how many ended in each outcome. The outcomes sum to `received`. */
export type LedgerCounts = Readonly<Record<'received' | Outcome, number>> & {
  /** Events that pages had to give up before they were sent. Not part of `received`. */
  readonly dropped: number
  /** Requests that held no readable batch. Not part of `received`. */
  readonly refused: number
}

/** Why events were not taken in. */
export interface LedgerReason {
  readonly outcome: Outcome
  readonly reason: string
  readonly events: number
}

/** What became of every event that was received. */
export interface LedgerReport extends Report<'ledger'> {
  readonly interval: Interval
  /** One row an interval, zeros included. `start` is an ISO instant. */
  readonly rows: readonly ({ readonly start: string } & LedgerCounts)[]
  readonly totals: LedgerCounts
  /** Why events were not taken in, the most frequent first; the last seven days. */
  readonly reasons: readonly LedgerReason[]
}

/** With the same report of the period before, when it was asked for. */
export type Compared<R> = R & { readonly before?: R }

/** What each report answers, by its name. */
export interface Reports {
  readonly sessions: Compared<SessionsReport>
  readonly articles: Compared<ArticlesReport>
  readonly searches: Compared<SearchesReport>
  readonly gaps: Compared<GapsReport>
  readonly suggestions: Compared<SuggestionsReport>
  readonly flow: Compared<FlowReport>
  readonly article: Compared<ArticleReport>
  readonly outcomes: Compared<OutcomesReport>
  readonly deflection: Compared<DeflectionReport>
  readonly live: Compared<LiveReport>
  readonly vitals: Compared<VitalsReport>
  readonly channels: Compared<ChannelsReport>
  readonly ledger: Compared<LedgerReport>
}
/** The name of a report. */
export type ReportName = keyof Reports
