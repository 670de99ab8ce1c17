import type { RawTab } from './rawTab.js'
import { until } from './until.js'

/** What a test needs to know of the document in a tab. */
export interface Document {
  /** The same as long as the document lives, in the bfcache too. */
  readonly bornAt: number
  readonly path: string
  /** Why a step through the history had to load it again; null when it was not one, or it came from the bfcache. */
  readonly notRestored: readonly string[] | null
}

export function documentIn(tab: RawTab): Promise<Document> {
  return tab.evaluate(() => {
    interface Reasons {
      readonly reasons: readonly { readonly reason: string }[]
    }
    const [entry] = performance.getEntriesByType('navigation') as { notRestoredReasons?: Reasons | null }[]
    const { notRestoredReasons: why } = entry ?? {}
    return {
      bornAt: performance.timeOrigin,
      path: location.pathname,
      notRestored: why ? why.reasons.map(({ reason }) => reason) : null,
    }
  })
}

/** The entry of the history that the tab shows. */
async function entryIn(tab: RawTab): Promise<number> {
  const { currentIndex, entries } = await tab.send('Page.getNavigationHistory')
  return entries[currentIndex]!.id
}

/** Until another entry is shown no script may ask: one that meets a page on its way into the bfcache throws it out. */
async function nextEntry(tab: RawTab, before: number): Promise<void> {
  await until(
    () => entryIn(tab).catch(() => before),
    (entry) => entry !== before,
  )
}

/** A document that is not `before`, once its path is `path`. */
export async function nextDocument(tab: RawTab, path: string, before: Document): Promise<Document> {
  const ask = () => documentIn(tab).catch(() => undefined)
  return (await until(ask, (found) => found?.path === path && found.bornAt !== before.bornAt))!
}

/** A click on a link that the site's router does not know: the browser loads another document. */
export async function followPlainLink(tab: RawTab, href: string): Promise<Document> {
  const before = await documentIn(tab)
  const entry = await entryIn(tab)
  const { pathname } = new URL(href, tab.url())
  await tab.evaluate((to) => {
    const link = document.createElement('a')
    Object.assign(link, { href: to, id: 'plain', textContent: 'plain link' })
    link.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 99'
    // Above the site, and outside of what React draws: hydration may take it away.
    document.body.prepend(link)
  }, href)
  await tab.click('#plain')
  await nextEntry(tab, entry)
  return nextDocument(tab, pathname, before)
}

/** A step through the history, by the browser's own buttons. */
export async function travel(tab: RawTab, step: -1 | 1): Promise<Document> {
  const before = await documentIn(tab)
  const { currentIndex, entries } = await tab.send('Page.getNavigationHistory')
  const { id, url } = entries[currentIndex + step]!
  await tab.send('Page.navigateToHistoryEntry', { entryId: id })
  await nextEntry(tab, entries[currentIndex]!.id)
  return nextDocument(tab, new URL(url).pathname, before)
}
