import type { Entry, Nav, Via } from '@helptally/core'
import { contact } from './contact.js'
import type { Random } from './random.js'
import { RELATED, type Reading, readArticle } from './readArticle.js'
import { searchAndChoose, searchInVain } from './search.js'
import type { SeedTab } from './seedTab.js'
import { type Shelf, takeArticle } from './shelf.js'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
/** Readers who come back to the same tab after the session has ended. */
const COME_BACK = 0.09
/** Long enough that the session has ended on return, whatever happened before. */
const AWAY_MS = { least: 6 * MINUTE_MS, most: 45 * MINUTE_MS }
/** Who asks a person in the end, by how the last article was read. */
const CONTACT: Readonly<Record<Reading['depth'], number>> = { glance: 0.05, part: 0.03, whole: 0.006 }
/** The same after a search that was no use. */
const CONTACT_AFTER_SEARCH = 0.12

/** One tab from its first article to its last, with the searches, votes and pauses between. */
export function readTab(tab: SeedTab, shelf: Shelf, random: Random, entry: Entry): void {
  let reading = open(tab, shelf, random, entry, null)
  let isAtALoss = false
  while (!isAtALoss && random.chance(0.42)) {
    if (reading.depth === 'glance') tab.goTo('')
    if (random.chance(0.25)) {
      searchInVain(tab, shelf, random)
      isAtALoss = random.chance(CONTACT_AFTER_SEARCH)
    } else reading = open(tab, shelf, random, random.chance(0.15) ? 'search_enter' : 'article_click', reading)
  }
  if (isAtALoss || random.chance(CONTACT[reading.depth])) contact(tab, shelf, random)
  tab.pass(random.whole(200, 900))
  tab.hide()
  if (!random.chance(COME_BACK)) return
  tab.wait(random.whole(AWAY_MS.least, AWAY_MS.most))
  tab.pass(random.whole(1, 6) * SECOND_MS)
  readTab(tab, shelf, random, 'article_click')
}

/** A visit that finds nothing worth opening. */
export function lookInVain(tab: SeedTab, shelf: Shelf, random: Random): void {
  searchInVain(tab, shelf, random)
  if (random.chance(CONTACT_AFTER_SEARCH)) contact(tab, shelf, random)
}

/** `before`: how the article on screen was read, if one is. */
function open(tab: SeedTab, shelf: Shelf, random: Random, entry: Entry, before: Reading | null): Reading {
  const isFirst = tab.events.length === 0
  if (isFirst) tab.pass(random.logNormal(4 * SECOND_MS, 0.6))
  else tab.pass(random.whole(300, 900))
  const via = viaOf(entry, before, random)
  const nav: Nav = isFirst && entry === 'direct_link' ? 'load' : 'soft'
  const chosen =
    via === 'search_result' && searchAndChoose(tab, shelf, random, entry === 'search_enter' ? 'enter' : 'option')
  const { listId, algorithm, items } = RELATED
  const offered = via === 'suggestion' && { listId, algorithm, position: random.pickPopular(countTo(items)) }
  const article = takeArticle(random.pickPopular(shelf.articles), tab.reader.locale, tab.now)
  tab.open(article, { entry, via, nav, ...chosen, ...offered })
  return readArticle(tab, article, random, nav === 'load' ? 'hard' : 'soft')
}

function viaOf(entry: Entry, before: Reading | null, random: Random): Via {
  if (entry === 'direct_link') return 'external'
  if (entry === 'search_enter') return 'search_result'
  if (!before) return random.pick(['home', 'home', 'nav', 'search_result'])
  if (before.depth === 'glance') return random.pick(['home', 'search_result', 'search_result'])
  if (before.sawList && random.chance(0.55)) return 'suggestion'
  return random.pick(['in_article', 'nav', 'search_result'])
}

const countTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1)
