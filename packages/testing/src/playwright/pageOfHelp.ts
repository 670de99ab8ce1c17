import type { BrowserContext, Page } from 'playwright-core'

export type Choice = 'granted' | 'refused'

/** What a page of the site shows of its count. */
export interface PageOfHelp {
  readonly path: string
  /** null where no engine runs. */
  readonly consent: 'unknown' | Choice | null
  readonly status: string | null
  readonly tabId: string | null
  readonly sessionId: string | null
  /** The number of the last event that its tab has told; 0 before the first. */
  readonly seq: number
  readonly isLoaded: boolean
}

/** As the engine keeps it for its page, and for the next one of the tab. */
interface Engine {
  readonly store: {
    getState(): {
      readonly consent: PageOfHelp['consent']
      readonly status: string
      readonly tabId: string | null
      readonly session: { readonly id: string } | null
    }
  }
  setConsent(choice: Choice): void
}

/** The longest that the engine lets something rest before it tells of it: words that are typed, an article that may redirect. */
const REST_MS = 1_000

/** What the page shows once all that it has begun is told; null when it is on its way to another. */
export async function restOf(page: Page): Promise<PageOfHelp | null> {
  // Timers of the same length run in the order in which they were set: after this one, those that were there have run.
  const look = page.evaluate(async (restMs) => {
    await new Promise((next) => setTimeout(next, 0))
    await new Promise((next) => setTimeout(next, restMs))
    const slots = globalThis as unknown as Record<symbol, Engine | undefined>
    const state = slots[Symbol.for('helptally')]?.store.getState()
    const { consent = null, status = null, tabId = null, session = null } = state ?? {}
    const record = (() => {
      try {
        return JSON.parse(sessionStorage.getItem('help.tab') ?? 'null') as { tabId: string; seq: number } | null
      } catch {
        return null
      }
    })()
    return {
      path: location.pathname,
      consent,
      status,
      tabId,
      sessionId: session?.id ?? null,
      seq: record && record.tabId === tabId ? record.seq : 0,
      isLoaded: document.readyState === 'complete',
    }
  }, REST_MS)
  return look.catch(() => null)
}

export const pagesOf = (context: BrowserContext, { origin }: URL): Page[] =>
  context.pages().filter((page) => page.url().startsWith(`${origin}/`))

/** In a page of the site, from where it goes to all others; before there is one, as it is remembered. */
export async function choose(context: BrowserContext, site: URL, choice: Choice): Promise<void> {
  for (const page of pagesOf(context, site)) {
    const isChosen = await page.evaluate((chosen) => {
      const engine = (globalThis as unknown as Record<symbol, Engine | undefined>)[Symbol.for('helptally')]
      engine?.setConsent(chosen)
      return engine !== undefined
    }, choice)
    if (isChosen) return
  }
  await context.addCookies([{ name: 'help_choice', value: choice, url: site.href }])
}
