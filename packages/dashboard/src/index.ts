export { ArticleBadge, type ArticleBadgeProps } from './ArticleBadge.js'
export { ArticleDetail, type ArticleDetailProps } from './ArticleDetail.js'
export { Articles, type ArticlesProps } from './Articles.js'
export {
  type Address,
  type AddressParam,
  FILTERS,
  type Filter,
  KEPT_PARAMS,
  PAGE_PARAMS,
  SITE_PARAMS,
} from './address.js'
export type { Behind } from './behind.js'
export { Channels, type ChannelsProps } from './Channels.js'
export { ConversationTimeline, type ConversationTimelineProps } from './ConversationTimeline.js'
export { dashboardCss } from './css/index.js'
export { Deflection, type DeflectionProps } from './Deflection.js'
export { Gaps, type GapsProps } from './Gaps.js'
export { gapStatusOf } from './gaps/gapStatus.js'
export type { Hrefs } from './hrefs.js'
export { Jobs, type JobsProps } from './Jobs.js'
export { Live, type LiveProps } from './Live.js'
export { Loading } from './Loading.js'
export type { Follow } from './live/AsOf.js'
export type { DashboardLocale } from './locale.js'
export { Message, type MessageProps } from './Message.js'
export { Overview, type OverviewProps, type OverviewReports } from './Overview.js'
export { Performance, type PerformanceProps } from './Performance.js'
export { PAGES, type PageId } from './pages.js'
export { type PeriodView, RANGES, type RangeDays, type Span } from './period.js'
export { Quality, type QualityProps } from './Quality.js'
export type { LookedUp } from './quality/lookedUp.js'
export { Search, type SearchProps } from './Search.js'
export { Sessions, type SessionsProps } from './Sessions.js'
export { SessionTimeline, type SessionTimelineProps } from './SessionTimeline.js'
export { Settings, type SettingsProps } from './Settings.js'
export { Suggestions, type SuggestionsProps } from './Suggestions.js'
export type { PageView } from './view.js'
