import type {
  Channel,
  ChannelRule,
  Device,
  EndReason,
  Entry,
  Nav,
  SearchSubmit,
  Via,
  VoteReason,
} from '@helptally/core'
import type { Definition } from '@helptally/server/reports'
import type { Filter } from '../address.js'
import type { PageId } from '../pages.js'
import type { AnnotationsWords } from './annotations.js'
import type { ArticleWords } from './article.js'
import type { ArticlesWords } from './articles.js'
import type { ChannelsWords } from './channels.js'
import type { ConversationWords } from './conversation.js'
import type { DeflectionWords } from './deflection.js'
import type { GapsWords } from './gaps.js'
import type { JobsWords } from './jobs.js'
import type { LiveWords } from './live.js'
import type { OverviewWords } from './overview.js'
import type { PerformanceWords } from './performance.js'
import type { QualityWords } from './quality.js'
import type { SearchWords } from './search.js'
import type { SessionsWords } from './sessions.js'
import type { SettingsWords } from './settings.js'
import type { SuggestionsWords } from './suggestions.js'

/** Every word of the dashboard. Arguments arrive already formatted, except counts named `n`, which choose the plural. */
export interface Messages {
  readonly frame: {
    readonly language: string
    readonly range: string
    readonly days: (n: number) => string
    readonly sessionsOf: (site: string) => string
    readonly timeZone: (name: string) => string
    readonly comparedWith: (period: string) => string
    readonly stillCounting: string
    readonly synthetic: string
    readonly syntheticMeaning: string
    readonly imported: string
    readonly importedMeaning: string
    readonly meaningOf: (name: string) => string
    readonly definition: (id: string, version: string) => string
    /** Before the formula of a number. */
    readonly reckoned: string
    readonly whetherEventsArrive: string
    readonly backToOverview: string
    readonly pages: string
    readonly otherDates: string
    readonly firstDay: string
    readonly lastDay: string
    readonly show: string
    readonly compare: string
    readonly compareNot: string
    readonly filter: string
    readonly filters: string
    readonly removeFilter: (name: string) => string
    readonly all: string
    /** Begins with what it is of: `Gaps, as CSV`. */
    readonly fileOf: (title: string, type: string) => string
    /** Of a link from a number to its sessions; begins with what is seen. */
    readonly behind: (value: string, name: string, about: string) => string
    readonly n: (n: string) => string
    readonly ofN: (n: string) => string
    readonly fewN: (n: string) => string
    readonly lowN: string
    readonly site: string
    readonly sites: string
    readonly keys: string
    readonly keyDoes: Readonly<Record<'/' | 'c' | 'r' | '?' | '← →', string>>
  }
  /** In the navigation. */
  readonly page: Readonly<Record<PageId, string>>
  readonly filter: Readonly<Record<Filter, string>>
  readonly device: Readonly<Record<Device, string>>
  readonly channel: Readonly<Record<Channel, string>>
  readonly entry: Readonly<Record<Entry, string>>
  readonly entryMeaning: Readonly<Record<Entry, string>>
  readonly via: Readonly<Record<Via, string>>
  readonly totals: {
    readonly title: string
    readonly sessions: string
    readonly shareOfSessions: (share: string) => string
    readonly before: (value: string) => string
    readonly noRatio: string
    readonly noneBefore: string
    readonly points: (difference: string) => string
    readonly orphans: string
    readonly orphansMeaning: string
    readonly notInSessions: string
    readonly open: string
    readonly openMeaning: string
    readonly rightNow: string
  }
  readonly chart: {
    /** By what a bar stands for. */
    readonly by: Readonly<Record<'day' | 'week', ChartWords>>
    readonly legend: string
    readonly noSessions: string
    readonly asTable: string
    readonly total: string
  }
  readonly annotations: AnnotationsWords
  readonly latest: {
    readonly title: string
    readonly started: string
    readonly entry: string
    readonly article: string
    readonly length: string
    readonly articles: string
    readonly searches: string
    readonly ended: string
    readonly live: string
    readonly none: string
    readonly openTimeline: (started: string) => string
  }
  /** How a session ended; `gap` is the idle time that ended it. */
  readonly ended: {
    readonly idle: (gap: string) => string
  } & Readonly<Record<Exclude<EndReason, 'idle'>, string>>
  readonly vitals: {
    readonly title: string
    readonly article: string
    readonly navigation: string
    readonly hard: string
    readonly soft: string
    readonly rating: Readonly<Record<'good' | 'needs_work' | 'poor', string>>
    readonly sample: (n: string) => string
    readonly tooFew: (least: string) => string
    readonly metric: Readonly<Record<'LCP' | 'INP' | 'CLS', string>>
    readonly thresholds: (good: string, poor: string) => string
    readonly none: string
    readonly more: (n: number) => string
  }
  /** The reports' own definitions, for languages that the server does not speak; by report id, for the version translated. */
  readonly definitions: Readonly<Record<string, Omit<Definition, 'id'>>>
  readonly timeline: {
    readonly title: (started: string) => string
    readonly whyStarted: string
    readonly started: Readonly<Record<Entry, string>>
    readonly whyEnded: string
    readonly stillOpen: (at: string) => string
    readonly endedAt: (at: string) => string
    readonly endedIdle: (gap: string) => string
    readonly length: string
    readonly longestGap: string
    readonly ofLimit: (limit: string) => string
    readonly rule: string
    readonly ruleVersion: (channel: string, version: string) => string
    readonly ruleText: (limit: string, ends: ChannelRule['idleEnds'], from: ChannelRule['idleFrom']) => string
    readonly visitor: string
    readonly tab: string
    readonly previous: string
    readonly noPrevious: string
    readonly meanwhile: string
    readonly meanwhileMeaning: string
    readonly noneMeanwhile: string
    readonly events: string
    readonly did: Readonly<Record<'started' | 'kept' | 'noted', string>>
    readonly gap: (gap: string, limit: string) => string
    readonly activeUntil: (at: string) => string
    readonly ended: string
    readonly open: string
    readonly disagrees: string
    readonly disagreesMeaning: (n: number) => string
    readonly claimed: (id: string) => string
    readonly claimedNone: string
  }
  readonly event: {
    readonly opened: string
    readonly nav: Readonly<Record<Nav, string>>
    readonly position: (n: string) => string
    readonly active: string
    readonly hidden: string
    readonly searched: string
    readonly quote: (text: string) => string
    readonly results: (n: number, formatted: string) => string
    readonly searchFailed: string
    readonly trigger: Readonly<Record<SearchSubmit['trigger'], string>>
    readonly votedUp: string
    readonly votedDown: string
    readonly voteReason: Readonly<Record<VoteReason, string>>
    readonly read: string
    readonly seen: (percent: string) => string
    readonly suggestionsSeen: string
    readonly suggestions: (n: number, formatted: string) => string
    readonly contactStarted: string
    readonly contactOffered: string
    readonly contactMade: string
    readonly notFound: string
    readonly vital: string
  }
  /** What one page alone says. */
  readonly on: {
    readonly overview: OverviewWords
    readonly sessions: SessionsWords
    readonly channels: ChannelsWords
    readonly conversation: ConversationWords
    readonly search: SearchWords
    readonly gaps: GapsWords
    readonly articles: ArticlesWords
    readonly article: ArticleWords
    readonly suggestions: SuggestionsWords
    readonly deflection: DeflectionWords
    readonly performance: PerformanceWords
    readonly live: LiveWords
    readonly quality: QualityWords
    readonly jobs: JobsWords
    readonly settings: SettingsWords
  }
  readonly message: {
    readonly empty: StateText
    readonly closed: StateText
    readonly other_site: StateText
    readonly failed: StateText
    readonly not_found: StateText
    readonly loading: string
    readonly detail: string
  }
}

interface ChartWords {
  readonly title: string
  readonly description: (total: string, period: string) => string
  /** The head of the column that names the bars. */
  readonly name: string
  readonly current: string
  readonly soFar: string
}

/** A page that has no report to show: what is so, and what to do next. Steps may hold code between backticks. */
interface StateText {
  readonly title: string
  readonly text: string
  readonly next: readonly string[]
}
