import type { Random } from './random.js'
import { readTab } from './readTab.js'
import { searchInVain } from './search.js'
import type { SeedTab } from './seedTab.js'
import type { Shelf } from './shelf.js'

const SECOND_MS = 1_000
/** Where the links stand that lead nowhere; '' where nobody says. */
const REFERRERS = [
  'www.google.com',
  'www.google.com',
  '',
  'community.example.com',
  'blog.example.com',
  'docs.example.com',
]
const DEAD = ['getting-started', 'faq', 'billing/invoices', 'v1/install']

/** A visit that begins at a page which does not exist, or not any more. */
export function findNothing(tab: SeedTab, shelf: Shelf, random: Random): void {
  const path = random.chance(0.5) ? random.pickPopular(DEAD) : `${random.pickPopular(shelf.articles)}-old`
  tab.goTo(`/articles/${path}`)
  tab.tell({ name: 'help.error.not_found', referrer: random.pickPopular(REFERRERS) })
  tab.pass(random.logNormal(5 * SECOND_MS, 0.5))
  if (random.chance(0.25)) searchInVain(tab, shelf, random)
  else if (random.chance(0.4)) {
    tab.goTo('')
    readTab(tab, shelf, random, 'article_click')
  }
}
