import { chart } from './chart.js'
import { frame } from './frame.js'
import { meaning } from './meaning.js'
import { message } from './message.js'
import { print } from './print.js'
import { tables } from './tables.js'
import { timeline } from './timeline.js'
import { tokens } from './tokens.js'
import { totals } from './totals.js'

/** The style sheet of every page here. Everything lies below `.ht-insights`; the site around it is not touched. */
export const dashboardCss: string = [tokens, frame, meaning, totals, chart, tables, timeline, message, print].join('\n')
