import type { Entry, Nav, Via } from '@helptally/core'
import type { Random } from './random.js'
import type { SeedTab } from './seedTab.js'
import { tellVitals } from './tellVitals.js'

/** What the help center has. */
export interface Shelf {
  /** Article ids, the popular ones first. */
  readonly articles: readonly string[]
  /** What readers search and find, the frequent ones first. */
  readonly queries: readonly string[]
  /** What they search in vain. */
  readonly missing: readonly string[]
}

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
/** Readers who come back to the same tab after the session has ended. */
const COME_BACK = 0.09
/** Long enough that the session has ended on return, whatever happened before. */
const AWAY_MS = { least: 6 * MINUTE_MS, most: 45 * MINUTE_MS }

/** One tab from its first article to its last, with the searches, votes and pauses between. */
export function readTab(tab: SeedTab, shelf: Shelf, random: Random, entry: Entry): void {
  open(tab, shelf, random, entry)
  while (random.chance(0.42)) {
    if (random.chance(0.25)) search(tab, shelf, random)
    else open(tab, shelf, random, random.chance(0.15) ? 'search_enter' : 'article_click')
  }
  tab.pass(random.whole(1, 20) * SECOND_MS)
  tab.tell({ name: 'help.article.progress', cause: 'hidden' })
  if (!random.chance(COME_BACK)) return
  tab.pass(random.whole(AWAY_MS.least, AWAY_MS.most))
  readTab(tab, shelf, random, 'article_click')
}

/** A visit that finds nothing worth opening. */
export function searchInVain(tab: SeedTab, shelf: Shelf, random: Random): void {
  do search(tab, shelf, random)
  while (random.chance(0.3))
}

function open(tab: SeedTab, shelf: Shelf, random: Random, entry: Entry): void {
  tab.pass(random.logNormal(4 * SECOND_MS, 0.6))
  const isFirst = tab.events.length === 0
  const via = viaOf(entry, isFirst, random)
  const nav: Nav = isFirst && entry === 'direct_link' ? 'load' : 'soft'
  const found = via === 'search_result' ? find(tab, shelf, random, entry) : {}
  const offered = via === 'suggestion' ? { listId: 'related', position: random.whole(1, 4) } : {}
  const article = { id: random.pickPopular(shelf.articles) }
  tab.tell({ name: 'help.article.open', article, entry, via, nav, ...found, ...offered })
  read(tab, random, nav)
}

function viaOf(entry: Entry, isFirst: boolean, random: Random): Via {
  if (entry === 'direct_link') return 'external'
  if (entry === 'search_enter') return 'search_result'
  return isFirst
    ? random.pick(['home', 'home', 'nav', 'search_result'])
    : random.pick(['suggestion', 'suggestion', 'in_article', 'nav', 'search_result'])
}

function read(tab: SeedTab, random: Random, nav: Nav): void {
  const readingMs = Math.min(random.logNormal(50 * SECOND_MS, 0.9), 12 * MINUTE_MS)
  tab.pass(Math.min(readingMs, 5 * SECOND_MS))
  tellVitals(tab, random, nav === 'load' ? 'hard' : 'soft')
  for (let leftMs = readingMs; leftMs > 0; leftMs -= 2 * MINUTE_MS) {
    tab.pass(Math.min(leftMs, 2 * MINUTE_MS))
    tab.act()
    if (leftMs > 2 * MINUTE_MS) tab.tell({ name: 'help.article.progress', cause: 'input' })
  }
  const { article } = tab.events.at(-1)!
  if (article && random.chance(0.11))
    tab.tell({ name: 'help.feedback.vote', article, value: random.chance(0.8) ? 1 : -1 })
}

/** A search whose option is chosen. */
function find(tab: SeedTab, shelf: Shelf, random: Random, entry: Entry): { queryId: string; position: number } {
  const queryId = tab.newId()
  const results = random.whole(1, 9)
  const query = random.pickPopular(shelf.queries)
  const trigger = entry === 'search_enter' ? 'enter' : 'option'
  tab.tell({ name: 'help.search.submit', queryId, query, trigger, results })
  tab.pass(random.whole(20, 300))
  return { queryId, position: Math.min(results, random.pickPopular([1, 2, 3, 4, 5])) }
}

/** A search whose options are looked at, and left. */
function search(tab: SeedTab, shelf: Shelf, random: Random): void {
  tab.pass(random.logNormal(9 * SECOND_MS, 0.5))
  tab.act()
  const isMissing = random.chance(0.45)
  tab.tell({
    name: 'help.search.submit',
    queryId: tab.newId(),
    query: random.pickPopular(isMissing ? shelf.missing : shelf.queries),
    trigger: random.chance(0.7) ? 'typing_pause' : 'leave',
    results: isMissing ? 0 : random.whole(1, 9),
  })
}
