import type { ChannelRule, EndReason, Entry, Nav, SearchSubmit, Via, VoteReason } from '@helptally/core'

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
    readonly meaningOf: (name: string) => string
    readonly definition: (id: string, version: string) => string
    readonly backToOverview: string
  }
  readonly entry: Readonly<Record<Entry, string>>
  readonly entryMeaning: Readonly<Record<Entry, string>>
  readonly via: Readonly<Record<Via, string>>
  readonly totals: {
    readonly title: string
    readonly sessions: string
    readonly shareOfSessions: (share: string) => string
    readonly before: (value: string) => string
    readonly noRatio: string
    readonly orphans: string
    readonly orphansMeaning: string
    readonly notInSessions: string
    readonly open: string
    readonly openMeaning: string
    readonly rightNow: string
  }
  readonly chart: {
    readonly title: string
    readonly description: (total: string, period: string) => string
    readonly legend: string
    readonly soFar: string
    readonly today: string
    readonly noSessions: string
    readonly asTable: string
    readonly day: string
    readonly total: string
  }
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
  readonly definitions: Readonly<Record<string, { readonly version: number; readonly text: string }>>
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
  readonly message: {
    readonly empty: StateText
    readonly closed: StateText
    readonly failed: StateText
    readonly not_found: StateText
    readonly detail: string
  }
}

/** A page that has no report to show: what is so, and what to do next. Steps may hold code between backticks. */
interface StateText {
  readonly title: string
  readonly text: string
  readonly next: readonly string[]
}
