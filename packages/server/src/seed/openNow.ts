import { uuidv7 } from '@helptally/core'
import { createRandom } from './random.js'
import type { Readership } from './seedDay.js'
import { SeedTab } from './seedTab.js'
import { takeArticle } from './shelf.js'

const SECOND_MS = 1_000

/** How long ago each started and was last active, seconds. */
const READERS = [
  { started: 200, active: 20 },
  { started: 95, active: 45 },
  { started: 40, active: 5 },
]

/** A few readers who are in the middle of an article at `now` (epoch ms). */
export function* openNow({ site, seed, shelf }: Readership, now: number): Generator<SeedTab> {
  const random = createRandom(seed, site, now)
  for (const { started, active } of READERS) {
    const startsAt = now - started * SECOND_MS
    const visitorId = uuidv7(startsAt, random.bytes)
    const tab = new SeedTab({ site, visitorId, locale: 'es', device: 'desktop' }, startsAt, random)
    const article = takeArticle(random.pickPopular(shelf.articles), 'es', startsAt)
    tab.open(article, { entry: 'direct_link', via: 'external', nav: 'load' })
    tab.pass((started - active) * SECOND_MS)
    tab.tell({ name: 'help.article.progress', cause: 'input' })
    yield tab
  }
}
