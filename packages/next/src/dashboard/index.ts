export { type ArticleBadgeComponent, type ArticleBadgeProps, createArticleBadge } from './createArticleBadge.js'
export { createHelpInsights, type HelpInsightsOptions, type HelpInsightsPage } from './createHelpInsights.js'
export { HelpInsights } from './HelpInsights.js'
