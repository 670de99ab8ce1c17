import { chart } from './chart.js'
import { frame, wholePage } from './frame.js'
import { meaning } from './meaning.js'
import { message } from './message.js'
import { print } from './print.js'
import { tables } from './tables.js'
import { timeline } from './timeline.js'
import { tokens } from './tokens.js'
import { totals } from './totals.js'

/** The style sheet of every page here. Everything lies below `.ht-insights`; of the site around it only an unset margin is taken. */
export const dashboardCss: string = [
  wholePage,
  tokens,
  frame,
  meaning,
  totals,
  chart,
  tables,
  timeline,
  message,
  print,
].join('\n')
