import { help } from '@helptally/core'
import type { Engine, Run } from '../store/duckdb/engine.js'
import * as opens from './opens.sql.js'
import * as orphans from './orphanSearches.sql.js'
import * as outcomes from './outcomes.sql.js'
import * as pageViews from './pageViews.sql.js'
import * as searches from './searches.sql.js'
import * as suggestionClicks from './suggestionClicks.sql.js'
import * as tabs from './tabs.sql.js'
import * as told from './told.sql.js'
import * as votes from './votes.sql.js'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

/** How long after an article or a search a contact is put down to it. */
const CONTACT_WITHIN_MS = 24 * 60 * MINUTE_MS

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
  contact_ms: CONTACT_WITHIN_MS,
}

/** How long after a list of suggestions was seen a click still belongs to it. */
const SUGGESTION = { click_ms: 24 * 60 * MINUTE_MS }

/** How long after a search things still belong to it. An option may be dated a little before: another tab sent it. */
const SEARCH = {
  click_ms: 30 * MINUTE_MS,
  early_ms: MINUTE_MS,
  refine_ms: 2 * MINUTE_MS,
  idle_ms: help.idleMs,
  contact_ms: CONTACT_WITHIN_MS,
}

/** Brings the facts up to date with some of the tabs that were touched. False when there was none. */
export const foldSome = (engine: Engine): Promise<boolean> => engine.transaction(fold)

async function fold(run: Run): Promise<boolean> {
  await run(tabs.takeTabsSql, { tabs: TABS_AT_ONCE })
  const touched = await tabsIn(run)
  if (touched === null) return false
  const [reach] = await run<Span>(tabs.reachSql, touched)
  const { click_ms, early_ms, contact_ms } = SEARCH
  await run(tabs.takeSearchedTabsSql, { ...touched, ...reach!, click_ms, early_ms })
  await run(tabs.takeSuggestedTabsSql, { ...touched, ...reach!, ...SUGGESTION })
  await run(tabs.takeAskedTabsSql, { ...touched, ...reach!, contact_ms })
  const folding = (await tabsIn(run))!
  await run(tabs.tellTabsSql, folding)
  const [span] = await run<Span & { first_start: number; last_start: number }>(tabs.spanSql)
  const { since, until, ...starts } = span!
  await run(told.dropContactsSql, folding)
  await run(told.insertContactsSql)
  await run(pageViews.foldPageViewsSql, folding)
  await run(pageViews.dropPageViewsSql, folding)
  await run(pageViews.insertPageViewsSql)
  await run(opens.findRootsSql, SAME_OPEN)
  await run(opens.takeStepsSql)
  await run(opens.foldOpensSql, { ...READING, since, until })
  await run(opens.dropOpensSql, folding)
  await run(opens.insertOpensSql)
  await run(searches.foldSearchesSql, { ...SEARCH, since, until })
  await run(searches.dropSearchesSql, folding)
  await run(searches.insertSearchesSql)
  await run(orphans.dropOrphanSearchesSql, folding)
  await run(orphans.insertOrphanSearchesSql, { early_ms, click_ms, since, until })
  await run(outcomes.foldOutcomesSql, starts)
  await run(outcomes.dropOutcomesSql, folding)
  await run(outcomes.insertOutcomesSql)
  await run(votes.foldVotesSql)
  await run(votes.dropVotesSql)
  await run(votes.insertVotesSql)
  await run(told.dropSuggestionViewsSql, folding)
  await run(told.insertSuggestionViewsSql)
  await run(suggestionClicks.foldSuggestionClicksSql, { ...SUGGESTION, since, until })
  await run(suggestionClicks.dropSuggestionClicksSql, folding)
  await run(suggestionClicks.insertSuggestionClicksSql)
  await run(tabs.untouchSql, folding)
  return true
}

/** Epoch ms. */
type Span = { since: number; until: number }

async function tabsIn(run: Run): Promise<{ first: string; last: string } | null> {
  const [span] = await run<{ tabs: number; first: string; last: string }>(tabs.tabsSql)
  const { tabs: n, first, last } = span!
  return n === 0 ? null : { first, last }
}
