import type { Random } from './random.js'
import type { SeedTab } from './seedTab.js'
import type { ShelfArticle } from './shelf.js'
import { measureVitals, tellVitals, tellVitalsAgain, type VitalReading } from './tellVitals.js'
import { vote } from './vote.js'

/** How an article was read. */
export interface Reading {
  readonly depth: 'glance' | 'part' | 'whole'
  /** The list of suggestions below it came into view. */
  readonly sawList: boolean
}

/** The list of suggestions below each article. */
export const RELATED = { listId: 'related', algorithm: 'tags', items: 4 } as const

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
/** Adults read as many words of prose in a minute: Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047 */
const WORDS_A_MINUTE = 238
/** Slower than that, and more readers give up: https://web.dev/articles/lcp */
const SLOW_LCP_MS = { some: 2_500, many: 4_000 }
/** Engaged; with what is not, it stays below the two minutes within which a page gives proof of activity. */
const STEP_MS = 85 * SECOND_MS
/** From which share of an article on the list below it is in view, percent. */
const LIST_FROM = 85

/** What a reader does with the article that was just opened, up to the moment before it is left. */
export function readArticle(tab: SeedTab, article: ShelfArticle, random: Random, navigation: 'hard' | 'soft'): Reading {
  const vitals = measureVitals(tab, random, navigation)
  const depth = depthOf(article, vitals, random)
  const { engagedMs, scroll } = effort(depth, (article.words / WORDS_A_MINUTE) * MINUTE_MS, random)
  const firstMs = Math.min(engagedMs, 5 * SECOND_MS)
  tab.pass(firstMs)
  tellVitals(tab, vitals)
  if (depth === 'glance') return leaveAt(scroll)

  const attention = random.whole(75, 100) / 100
  for (let leftMs = engagedMs - firstMs; leftMs > 0; leftMs -= STEP_MS) {
    const stepMs = Math.min(leftMs, STEP_MS)
    tab.pass(stepMs)
    tab.act()
    if (leftMs > STEP_MS) tab.tell({ name: 'help.article.progress', cause: 'input' })
    tab.scrollTo(scroll * (1 - (leftMs - stepMs) / engagedMs))
    if (attention < 1) tab.wait(stepMs / attention - stepMs)
    if (random.chance(0.08)) lookAway(tab, random)
  }
  tellVitalsAgain(tab, vitals, random)
  vote(tab, article, random)
  return leaveAt(scroll)

  function leaveAt(percent: number): Reading {
    tab.scrollTo(percent)
    const sawList = percent >= LIST_FROM && random.chance(0.9)
    if (sawList) {
      tab.pass(1_000)
      tab.tell({ name: 'help.suggestion.view', ...RELATED })
    }
    return { depth, sawList }
  }
}

/** Articles of little worth, and pages that come late, are left soon. */
function depthOf({ worth }: ShelfArticle, vitals: readonly VitalReading[], random: Random): Reading['depth'] {
  const lcp = vitals.find(({ metric }) => metric === 'LCP')?.value ?? 0
  const patience = lcp > SLOW_LCP_MS.many ? 2.2 : lcp > SLOW_LCP_MS.some ? 1.4 : 1
  return random.pickWeighted([
    ['glance', (0.24 - 0.18 * worth) * patience],
    ['part', 0.4 - 0.12 * worth],
    ['whole', 0.36 + 0.3 * worth],
  ])
}

/** `expectedMs`: what reading every word would take. */
function effort(
  depth: Reading['depth'],
  expectedMs: number,
  random: Random,
): { readonly engagedMs: number; readonly scroll: number } {
  const share = (least: number, most: number): number => (expectedMs * random.whole(least, most)) / 100
  switch (depth) {
    case 'glance':
      return { engagedMs: random.whole(700, 3_800), scroll: random.whole(4, 45) }
    case 'part':
      return { engagedMs: Math.max(6 * SECOND_MS, share(12, 39)), scroll: random.whole(20, 80) }
    case 'whole':
      return { engagedMs: Math.max(11 * SECOND_MS, share(42, 130)), scroll: Math.min(100, random.whole(60, 140)) }
  }
}

/** Another tab or window, for a moment. */
function lookAway(tab: SeedTab, random: Random): void {
  tab.hide()
  tab.wait(random.whole(4, 90) * SECOND_MS)
  tab.act()
}
