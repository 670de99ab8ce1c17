import type { Entry, Via, VoteReason } from '@helptally/core'
import type { Rate } from './rates.js'
import type { ArticleNumbers, Interval, Report, SpeedOutcome } from './shapes.js'

/** What came of one revision of an article. */
export interface RevisionRow extends ArticleNumbers {
  /** As the page names it; '' where it names none. */
  readonly revision: string
  /** When it was first opened in the period, an ISO instant. */
  readonly first_at: string
  /** Ids of the sessions behind the number that was asked for, the latest first, at most 100. */
  readonly sessions?: readonly string[]
}

/** How readers came to an article. */
export interface Arrivals {
  readonly entry: Entry
  readonly via: Via
  /** What was searched, without case and punctuation; null for no search, and for one that is not shown. */
  readonly query: string | null
  /** Openings of readers who came so. */
  readonly opens: number
  /** Of these openings, those by a query that too few tabs made: it is not shown. */
  readonly withheld: number
}

/** What readers did after an article, in the same session. */
export interface Departures {
  readonly next: 'article' | 'search' | 'contact' | 'end'
  /** Where `next` is an article, its id; else ''. */
  readonly article: string
  /** Openings that it came after. */
  readonly opens: number
}

/** How many openings have seen so much of an article. */
export interface ReadingStep {
  /** % of the article's height. */
  readonly scroll: number
  /** Openings that saw at least so much. */
  readonly openings: Rate
}

/** How often readers voted so, for that reason. */
export interface VoteReasons {
  readonly value: -1 | 1
  /** '' for none. */
  readonly reason: VoteReason | ''
  /** The votes that count. */
  readonly votes: number
}

/** What a reader wrote beside a vote, redacted. */
export interface Comment {
  /** ISO instant. */
  readonly at: string
  readonly revision: string
  readonly value: -1 | 1
  /** '' for none. */
  readonly reason: VoteReason | ''
  readonly comment: string
}

/** A list of suggestions on an article. */
export interface SuggestedList {
  readonly list: string
  /** What made it; '' where nobody says. */
  readonly algorithm: string
  /** Of the times it was seen, those with a click. */
  readonly clicked: Rate
}

/** What came of the openings of an article in an interval. */
export interface ArticleMoment
  extends Pick<ArticleNumbers, 'opens' | 'read' | 'quick_exit' | 'failed' | 'helpfulness'> {
  /** ISO instant. */
  readonly start: string
}

/** All that is known of one article. */
export interface ArticleReport extends Report<'article'> {
  readonly article: string
  /** One row a revision, the one that came last first. */
  readonly rows: readonly RevisionRow[]
  /** Of all revisions together; null when it was not opened. */
  readonly totals: ArticleNumbers | null
  /** The most frequent first. */
  readonly arrivals: readonly Arrivals[]
  /** The most frequent first. */
  readonly departures: readonly Departures[]
  /** From 10 % to 100 %. */
  readonly reading: readonly ReadingStep[]
  readonly reasons: readonly VoteReasons[]
  /** The latest 50, the newest first. */
  readonly comments: readonly Comment[]
  readonly suggested: readonly SuggestedList[]
  /** What came of its openings, by how fast they showed. */
  readonly speed: readonly SpeedOutcome[]
  readonly interval: Interval
  /** One row an interval, zeros included. */
  readonly series: readonly ArticleMoment[]
}
