import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext } from 'playwright-core'
import type { CollectorOf } from './collectorOf.js'
import { type PageOfHelp, pagesOf, restOf } from './pageOfHelp.js'
import type { Posts } from './watchPosts.js'

export interface Delivery {
  /** Answers the pages of the reader once the collector has all that they told. Throws when the deadline (epoch ms) has passed. */
  until(deadline: number): Promise<readonly PageOfHelp[]>
}

export interface DeliveryParts {
  readonly context: BrowserContext
  readonly site: URL
  readonly posts: Posts
  readonly collector: Pick<CollectorOf, 'markOf'>
}

/** So often a tab may be asked for its mark without a limit. */
const STEP_MS = 500
/** A page that has not answered by then is asked again. */
const LOOK_MS = 10_000

export function createDelivery({ context, site, posts, collector }: DeliveryParts): Delivery {
  /** The highest number that each tab has told. */
  const told = new Map<string, number>()

  const note = (tabId: string, seq: number) => told.set(tabId, Math.max(seq, told.get(tabId) ?? 0))
  /** What is still to come, in words; null for nothing. */
  const missing = async (pages: readonly (PageOfHelp | null)[]): Promise<string | null> => {
    for (const page of pages) {
      const reason = page ? stillBusy(page) : 'a page is on its way to another'
      if (reason) return reason
    }
    if (posts.isBusy()) return 'a page is still posting, or loading scripts'
    // What was not sent by then is taken back.
    if (pages.some((page) => page?.consent === 'refused')) return null
    for (const event of posts.events.values()) note(event.tabId, event.seq)
    for (const page of pages) if (page?.tabId) note(page.tabId, page.seq)
    for (const [tabId, seq] of told) {
      const mark = await collector.markOf(tabId)
      if (mark === null || mark < seq)
        return `a tab has told ${seq} events, and the collector has ${mark ?? 'not said how many'}`
    }
    return null
  }
  return {
    async until(deadline) {
      let reason: string | null = null
      for (;;) {
        const looked = Math.min(deadline, Date.now() + LOOK_MS)
        const pages = await within(looked, Promise.all(pagesOf(context, site).map(restOf)))
        if (pages) reason = await missing(pages)
        if (pages && reason === null) return pages.filter((page) => page !== null)
        if (Date.now() >= deadline) throw new Error(failure(reason ?? STILL, posts))
        await pause(STEP_MS)
      }
    },
  }
}

const STILL = 'no timer of a page runs: its clock stands still'

const failure = (reason: string, { trouble }: Posts): string =>
  `[helptally] Expected the collector to have all that the pages told, but ${reason}.${trouble ? ` ${trouble}.` : ''}`

/** What comes before the deadline; null when nothing does. */
async function within<T>(deadline: number, coming: Promise<T>): Promise<T | null> {
  const over = new AbortController()
  const late = pause(Math.max(0, deadline - Date.now()), null, { signal: over.signal })
  try {
    return await Promise.race([coming, late])
  } finally {
    late.catch(() => {})
    over.abort()
  }
}

function stillBusy({ path, consent, status, isLoaded }: PageOfHelp): string | null {
  if (!isLoaded) return `the page ${path} is still loading`
  if (consent !== 'granted' || status === 'ready') return null
  return `the page ${path} does not count yet: its engine is "${status}"`
}
