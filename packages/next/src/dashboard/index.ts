export { createHelpInsights, type HelpInsightsOptions, type HelpInsightsPage } from './createHelpInsights.js'
export { HelpInsights } from './HelpInsights.js'
