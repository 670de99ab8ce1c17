import { articleDefinition } from './article.js'
import { articlesDefinition } from './articles.js'
import { CHANNELS_DEFINITION } from './channels.js'
import { deflectionDefinition } from './deflection.js'
import { flowDefinition } from './flow.js'
import { gapsDefinition } from './gaps.js'
import { LEDGER_DEFINITION } from './ledger.js'
import { liveDefinition } from './live.js'
import { outcomesDefinition } from './outcomes.js'
import { searchesDefinition } from './searches.js'
import { SESSIONS_DEFINITION } from './sessions.js'
import type { Definition, ReportName } from './shapes.js'
import { suggestionsDefinition } from './suggestions.js'
import { vitalsDefinition } from './vitals.js'

/** What the numbers of each report mean, and how they are reckoned, as the reports print it. */
export const reportDefinitions: Readonly<Record<ReportName, Definition>> = {
  sessions: SESSIONS_DEFINITION,
  outcomes: outcomesDefinition,
  articles: articlesDefinition,
  article: articleDefinition,
  searches: searchesDefinition,
  gaps: gapsDefinition,
  suggestions: suggestionsDefinition,
  flow: flowDefinition,
  deflection: deflectionDefinition,
  vitals: vitalsDefinition,
  live: liveDefinition,
  channels: CHANNELS_DEFINITION,
  ledger: LEDGER_DEFINITION,
}
