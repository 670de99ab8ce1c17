import type { Random } from './random.js'
import { readArticle } from './readArticle.js'
import type { SeedTab } from './seedTab.js'
import { type Shelf, takeArticle } from './shelf.js'

const SECOND_MS = 1_000
interface Way {
  readonly method: string
  readonly formId?: string
}
const WAYS: readonly (readonly [Way, number])[] = [
  [{ method: 'form', formId: 'support' }, 70],
  [{ method: 'chat' }, 20],
  [{ method: 'mail' }, 10],
]

/** The articles that a form offers before it is sent. */
const OFFER = { listId: 'contact', algorithm: 'search' } as const
const OFFERED = 3

/** Asks a person, or begins to: what the form offers may answer it after all. */
export function contact(tab: SeedTab, shelf: Shelf, random: Random): void {
  const way = random.pickWeighted(WAYS)
  tab.goTo('/contact')
  tab.pass(random.logNormal(6 * SECOND_MS, 0.4))
  tab.tell({ name: 'help.contact.start', ...way })
  const isAnswered = way.method === 'form' && random.chance(0.8) && isAnsweredByOffer(tab, shelf, random, way)
  if (!random.chance(isAnswered ? 0.15 : 0.65)) return
  if (tab.openId !== null) tab.goTo('/contact')
  tab.pass(random.whole(20, 150) * SECOND_MS)
  const ticket = `HT-${random.whole(10_000, 99_999)}`
  tab.tell({ name: 'help.contact.submit', ...way, ...(random.chance(0.7) && { ticket }) })
}

function isAnsweredByOffer(tab: SeedTab, shelf: Shelf, random: Random, way: Way): boolean {
  tab.pass(random.logNormal(20 * SECOND_MS, 0.4))
  const offered = [...new Set(Array.from({ length: OFFERED }, () => random.pickPopular(shelf.articles)))]
  tab.tell({ name: 'help.contact.offer', ...way, offered })
  tab.pass(SECOND_MS)
  tab.tell({ name: 'help.suggestion.view', ...OFFER, items: offered.length })
  if (!random.chance(0.3)) return false
  const position = random.whole(1, offered.length)
  const article = takeArticle(offered[position - 1]!, tab.reader.locale, tab.now)
  tab.pass(random.whole(1, 8) * SECOND_MS)
  tab.open(article, { entry: 'article_click', via: 'suggestion', nav: 'soft', ...OFFER, position })
  return readArticle(tab, article, random, 'soft').depth === 'whole'
}
