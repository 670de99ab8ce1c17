import { createHelpInsights, type HelpInsightsPage } from './createHelpInsights.js'

/** The dashboard with the default options: open in development, closed in production but for the token. */
export const HelpInsights: HelpInsightsPage = createHelpInsights()
