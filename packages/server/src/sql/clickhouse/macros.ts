import { chosenMacros } from '../../facts/chosen.sql.js'
import { intervalOf } from '../../facts/intervals.sql.js'
import { knownQueries } from '../../facts/knownQueries.sql.js'
import { gapViews } from '../../gapWork/gapWork.sql.js'
import { knownTickets } from '../../tickets/tickets.sql.js'
import type { Macro, View } from '../macro.js'
import { isSymbol, textOfTokens, tokensOf } from './tokens.js'

const macros: ReadonlyMap<string, Macro> = new Map(
  [...chosenMacros, intervalOf, knownQueries, knownTickets].map((macro) => [macro.name, macro]),
)

const views: ReadonlyMap<string, View> = new Map(gapViews.map((view) => [view.name, view]))

/** What DuckDB keeps in the database stands in ClickHouse in the statement itself. */
export const viewNamed = (name: string): View | null => views.get(name) ?? null

export const macroNamed = (name: string): Macro | null => macros.get(name) ?? null

/** The body with the arguments in the place of the parameters, in DuckDB's words still. */
export function expand({ name, parameters, body }: Macro, args: readonly string[]): string {
  if (args.length !== parameters.length) {
    throw new Error(
      `[helptally] Expected ${name}(${parameters.join(', ')}), found ${args.length} arguments: ${args.join(', ')}`,
    )
  }
  const tokens = tokensOf(body)
  return textOfTokens(
    tokens.map((token, i) => {
      const place = token.kind === 'word' ? parameters.indexOf(token.text) : -1
      const isColumn = isSymbol(tokens[i - 1], '.') || isSymbol(tokens[i + 1], '.')
      return place < 0 || isColumn ? token : { kind: 'sql', text: inParentheses(args[place]!) }
    }),
  )
}

const inParentheses = (arg: string): string => (/^(?:\$?\w+|'[^']*')$/.test(arg) ? arg : `(${arg})`)
