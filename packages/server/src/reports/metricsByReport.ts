import type { EndReason } from '@helptally/core'
import type { MetricsOf } from './metric.js'
import type {
  ArticleNumbers,
  ArticlesReport,
  ChannelRow,
  ChannelsReport,
  DeflectionCounts,
  FlowReport,
  FlowRow,
  GapRow,
  GapsReport,
  LedgerCounts,
  LiveReport,
  OutcomeCounts,
  ReportName,
  SearchesReport,
  SearchRow,
  SelfService,
  SessionRow,
  SessionsReport,
  SuggestionRow,
  SuggestionsReport,
  TicketDeflection,
  VitalsRow,
} from './shapes.js'

export type ArticleMetrics = MetricsOf<ArticleNumbers, 'helpfulness.low'>

type Within<Field extends string, Of> = `${Field}.${keyof MetricsOf<Of> & string}`
type Speed = 'speed.read' | 'speed.quick_exit'

/** The numbers of each report: one that is not told of does not compile. */
export interface MetricsByReport extends Readonly<Record<ReportName, object>> {
  readonly sessions: MetricsOf<SessionsReport['totals']>
  readonly articles: MetricsOf<ArticleNumbers & ArticlesReport['totals'], 'helpfulness.low'>
  readonly article: MetricsOf<
    ArticleNumbers,
    | 'helpfulness.low'
    | Speed
    | 'suggested.clicked'
    | 'arrivals.opens'
    | 'arrivals.withheld'
    | 'departures.opens'
    | 'reading.openings'
    | 'reasons.votes'
  >
  readonly searches: MetricsOf<
    SearchRow & SearchesReport['totals'],
    Within<'withheld', SearchesReport['totals']['withheld']>
  >
  readonly gaps: MetricsOf<
    GapRow & GapsReport['totals'],
    'by_status' | Within<'withheld', GapsReport['totals']['withheld']>
  >
  readonly suggestions: MetricsOf<SuggestionRow & SuggestionsReport['totals']>
  readonly flow: MetricsOf<FlowRow & FlowReport['totals']>
  readonly outcomes: MetricsOf<OutcomeCounts, 'helpfulness.low'>
  readonly deflection: MetricsOf<
    DeflectionCounts,
    Within<'tickets', TicketDeflection> | Within<'self_service', SelfService>
  >
  readonly vitals: MetricsOf<VitalsRow, Speed>
  readonly live: MetricsOf<
    Pick<SessionRow, 'duration_ms' | 'articles' | 'searches'> &
      LiveReport['totals'] &
      Pick<LiveReport, 'per_minute' | 'searches_withheld'>,
    'searches.results' | 'not_found.times'
  >
  readonly channels: MetricsOf<
    ChannelRow & ChannelsReport['totals'],
    `ended.${EndReason | 'open'}` | 'intervals.sessions'
  >
  readonly ledger: MetricsOf<LedgerCounts, 'reasons.events'>
}
