import { help } from '@helptally/core'
import type { Engine, Run } from '../store/duckdb/engine.js'
import * as opens from './opens.sql.js'
import * as outcomes from './outcomes.sql.js'
import * as searches from './searches.sql.js'
import * as tabs from './tabs.sql.js'
import * as told from './told.sql.js'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

/** Bounds the memory of a fold. */
const TABS_AT_ONCE = 5_000

/** When an event of an opening is no opening of its own. */
const SAME_OPEN = { reload_ms: 10 * SECOND_MS, history_ms: 30 * MINUTE_MS }

/** When an article counts as read, and when as left at once. */
const READING = {
  words_per_minute: 238,
  least_ms: 10 * SECOND_MS,
  quick_ms: 5 * SECOND_MS,
  longest_ms: 30 * MINUTE_MS,
}

/** How long after a search things still belong to it. An option may be dated a little before: another tab sent it. */
const SEARCH = { click_ms: 30 * MINUTE_MS, early_ms: MINUTE_MS, refine_ms: 2 * MINUTE_MS, idle_ms: help.idleMs }

/** Brings the facts up to date with some of the tabs that were touched. False when there was none. */
export const foldSome = (engine: Engine): Promise<boolean> => engine.transaction(fold)

async function fold(run: Run): Promise<boolean> {
  await run(tabs.takeTabsSql, { tabs: TABS_AT_ONCE })
  const touched = await spanOf(run)
  if (touched === null) return false
  await run(tabs.takeSearchedTabsSql, touched)
  await run(tabs.tellTabsSql, (await spanOf(run))!)
  await run(opens.findRootsSql, SAME_OPEN)
  await run(opens.takeStepsSql)
  await run(opens.foldOpensSql, READING)
  await run(opens.dropOpensSql)
  await run(opens.insertOpensSql)
  await run(told.dropContactsSql)
  await run(told.insertContactsSql)
  const [first] = await run<{ at: number }>(searches.firstSearchSql)
  await run(searches.foldSearchesSql, { ...SEARCH, first_at: first!.at - SEARCH.early_ms })
  await run(searches.dropSearchesSql)
  await run(searches.insertSearchesSql)
  await run(outcomes.foldOutcomesSql)
  await run(outcomes.dropOutcomesSql)
  await run(outcomes.insertOutcomesSql)
  await run(told.dropVotesSql)
  await run(told.insertVotesSql)
  await run(told.dropSuggestionViewsSql)
  await run(told.insertSuggestionViewsSql)
  await run(tabs.untouchSql)
  return true
}

async function spanOf(run: Run): Promise<{ first: string; last: string } | null> {
  const [span] = await run<{ tabs: number; first: string; last: string }>(tabs.spanSql)
  const { tabs: n, first, last } = span!
  return n === 0 ? null : { first, last }
}
