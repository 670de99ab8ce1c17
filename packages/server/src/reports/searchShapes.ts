import type { Entry, Via } from '@helptally/core'
import type { GapStatus, GapWork } from '../gapWork/gapWork.js'
import type { Rate, Report } from './shapes.js'

/** Searches of any text, or of one. `known` are those whose engine answered with a number of results. */
export interface SearchCounts {
  /** Searches that were meant. */
  readonly searches: number
  /** Those whose engine answered with a number of results. */
  readonly known: number
  /** Of the known, those that found nothing. */
  readonly zero: number
  /** The engine failed. */
  readonly failed: number
  /** Made under filters. */
  readonly filtered: number
  /** Known searches with a click, of the known. */
  readonly ctr: Rate
  /** Openings from the searches. */
  readonly clicks: number
  /** Openings by Enter on an option. */
  readonly clicks_by_enter: number
  /** Openings by a click on one. */
  readonly clicks_by_click: number
  /** null without searches. */
  readonly clicks_per_search: number | null
  /** From 1; of the clicks that tell it; null when none does. */
  readonly mean_position: number | null
  /** Clicks on the first result, the second, and so on; at most ten. */
  readonly clicks_at: readonly number[]
  /** Mean of 1 / position of the first click of the known searches; 0 without a click. */
  readonly mrr: Rate
  /** Mean of 1 / position of all clicks that tell it. */
  readonly mrr_of_clicks: Rate
  /** Of the known. */
  readonly zero_result: Rate
  /** Of the searches with results. */
  readonly no_click: Rate
  /** Followed by another search within two minutes, before any article. */
  readonly refined: Rate
  /** Of the searches that are at least as old as the idle time. */
  readonly exit: Rate
  /** Those with results, of the searches with results as old as that. */
  readonly exit_with_results: Rate
  /** Those without, of the searches without results as old as that. */
  readonly exit_without_results: Rate
  /** An article opened from it was read, and neither another search nor a contact came of it. */
  readonly success: Rate
  /** From the search to its first click. */
  readonly click_after_median_ms: number | null
  /** From the request to the results. */
  readonly latency_median_ms: number | null
  /** Nearest rank. */
  readonly latency_p75_ms: number | null
}

/** One query and what came of it. */
export interface SearchRow extends SearchCounts {
  /** As searches are told apart; '' is what has neither letters nor digits. */
  readonly query: string
  /** Distinct tabs. */
  readonly tabs: number
  /** What it was most often refined to, of what is shown itself; '' when it was to nothing. */
  readonly refined_to: string
  /** Ids of the sessions behind the number that was asked for, the latest first, at most 100. */
  readonly sessions?: readonly string[]
}

/** What too few tabs have searched to be shown. */
export interface Withheld {
  /** Different texts. */
  readonly queries: number
  /** Searches for these. */
  readonly searches: number
}

/** What readers look for, and what comes of it. */
export interface SearchesReport extends Report<'searches'> {
  /** The most frequent first. */
  readonly rows: readonly SearchRow[]
  /** Of all searches, those withheld too. */
  readonly totals: SearchCounts & {
    /** Sessions with a search, of all sessions. */
    readonly sessions_with_search: Rate
    /** Searches that opened no article and lie in no session: the same number as in the report of sessions. */
    readonly orphan_searches: number
    readonly withheld: Withheld
  }
}

/** What the report says of success, alone. */
export interface SearchSuccess extends Pick<SearchesReport, 'definition'> {
  readonly totals: Pick<SearchesReport['totals'], 'success'>
}

/** Why a search failed. */
export type GapTerm = 'zero_result' | 'contact_after' | 'no_click' | 'quick_exit' | 'refined_away'

/** Failed of the searches of a gap in the 28 days before and after it was marked as written; of none where too few tabs searched. */
export interface GapEffect {
  readonly before: Rate
  readonly after: Rate
}

/** A gap that editors work on, and what came of it. */
export interface WorkedGap extends GapWork, GapEffect {
  /** As searches are told apart. */
  readonly query: string
}

/** A thing that readers look for in vain. Each term: how many visitors it failed so, each once a day. */
export interface GapRow extends Readonly<Record<GapTerm, number>>, WorkedGap {
  /** The terms by their weights. */
  readonly score: number
  /** Distinct tabs in which it failed. */
  readonly tabs: number
  /** Failed searches, of those that can be judged. */
  readonly failed: Rate
  /** Ids of the sessions behind the number that was asked for, the latest first, at most 100. */
  readonly sessions?: readonly string[]
}

/** What readers look for in vain. */
export interface GapsReport extends Report<'gaps'> {
  /** The greatest score first. */
  readonly rows: readonly GapRow[]
  /** Gaps that editors said something of and that failed in too few tabs to be counted, the latest said first. */
  readonly quiet: readonly WorkedGap[]
  readonly totals: {
    readonly gaps: number
    /** The same of every status, whichever is asked for. */
    readonly by_status: Readonly<Record<GapStatus, number>>
    /** Queries that failed in too few tabs, and their failed searches. */
    readonly withheld: Withheld
  }
}

/** A list of suggestions, and what made it. */
export interface SuggestionRow {
  readonly list: string
  /** '' when the site does not say. */
  readonly algorithm: string
  /** Times that half of it was in view for a second. */
  readonly seen: number
  /** Lists with a click, of those seen. */
  readonly ctr: Rate
  /** Articles opened from it. */
  readonly clicks: number
  /** Of the clicks. */
  readonly read_after: Rate
  /** Clicks on the first article, the second, and so on; at most ten. */
  readonly clicks_at: readonly number[]
  /** Lists that were that long, and how many of them were clicked there. */
  readonly ctr_at: readonly Rate[]
  /** Ids of the sessions behind the number that was asked for, the latest first, at most 100. */
  readonly sessions?: readonly string[]
}

/** What lists of suggestions led to. */
export interface SuggestionsReport extends Report<'suggestions'> {
  /** What was seen most first. */
  readonly rows: readonly SuggestionRow[]
  readonly totals: {
    readonly seen: number
    readonly ctr: Rate
    readonly clicks: number
    readonly read_after: Rate
    /** Clicks on lists of which no view is known: too quick a click, or in a tab that another one opened before its session. */
    readonly clicks_unseen: number
  }
}

/** `article:` with an article's id; `other` is every article beyond the most opened. */
export type FlowNode = `entry:${Entry}` | 'search' | `article:${string}` | 'other' | 'contact' | 'end'

/** One thing that followed another inside sessions. */
export interface FlowRow {
  readonly from: FlowNode
  readonly to: FlowNode
  /** Where the link to the article stood; '' when `to` is none. */
  readonly via: Via | ''
  /** How often it followed. */
  readonly times: number
  /** Of all that followed `from`. */
  readonly share: Rate
  /** Ids of the sessions behind it, when they were asked for, the latest first, at most 100. */
  readonly sessions?: readonly string[]
}

/** What led to what inside sessions. */
export interface FlowReport extends Report<'flow'> {
  /** The most frequent first. */
  readonly rows: readonly FlowRow[]
  readonly totals: { readonly sessions: number; readonly articles: number }
}
