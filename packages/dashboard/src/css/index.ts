import { article } from './article.js'
import { articles } from './articles.js'
import { channels } from './channels.js'
import { chart } from './chart.js'
import { deflection } from './deflection.js'
import { frame, wholePage } from './frame.js'
import { gaps } from './gaps.js'
import { jobs } from './jobs.js'
import { live } from './live.js'
import { meaning } from './meaning.js'
import { message } from './message.js'
import { parts } from './parts.js'
import { performance } from './performance.js'
import { print } from './print.js'
import { quality } from './quality.js'
import { search } from './search.js'
import { settings } from './settings.js'
import { shell } from './shell.js'
import { suggestions } from './suggestions.js'
import { tables } from './tables.js'
import { timeline } from './timeline.js'
import { tokens } from './tokens.js'
import { totals } from './totals.js'

/** The style sheet of every page here. Everything lies below `.ht-insights`; of the site around it only an unset margin is taken. */
export const dashboardCss: string = [
  wholePage,
  tokens,
  frame,
  shell,
  parts,
  meaning,
  totals,
  chart,
  tables,
  articles,
  article,
  live,
  quality,
  jobs,
  settings,
  channels,
  search,
  gaps,
  suggestions,
  deflection,
  performance,
  timeline,
  message,
  print,
].join('\n')
