import type { HelpOptions } from '@helptally/browser'
import type { SimulatedTab } from '@helptally/browser/simulation'
import { articlePattern } from '@helptally/core'
import type { Recorded } from '../recorder.js'
import { HelpTab } from './helpTab.js'
import { msOf } from './msOf.js'
import { createRemarks } from './remarks.js'
import { createStage, SECOND_MS } from './stage.js'

export interface SimulateOptions extends HelpOptions {
  /** What the reader had chosen before. Default `granted`. */
  readonly chosen?: 'granted' | 'refused' | 'none'
  /** When it begins, epoch ms. Default: 2 November 2026, 10:00 UTC. */
  readonly startsAt?: number
  /**
   * How long an act takes, ms: within the default, 1000, all that an act leads to is counted. 0 for tests of single
   * milliseconds; then let a second pass before you look at what was counted.
   */
  readonly actMs?: number
}

/** A reader's browser with tabs of one help center, its clock, and a collector that keeps what the tabs tell. */
export interface SimulatedHelp extends Recorded {
  /** A new tab, which is looked at. Without a `referrer` its address was typed. */
  openTab(path: string, how?: { readonly referrer?: string }): Promise<HelpTab>
  /** Duplicates a tab, as a browser does: the copy begins with all that the tab remembers. */
  duplicateTab(tab: HelpTab): Promise<HelpTab>
  /**
   * Lets time pass in all tabs, until so long after the last act: `advance('5m')` ends a session to the millisecond.
   * `'5m1s'`, `'4m59.999s'`, `'4:59.999'`, or ms.
   */
  advance(length: string | number): Promise<void>
  /** The reader refuses, in the tab that is looked at; it holds in all. */
  refuseConsent(): Promise<void>
  grantConsent(): Promise<void>
  /** The moment that the test has come to, epoch ms. */
  now(): number
  /** When it began, epoch ms. */
  readonly startedAt: number
  /** What the count may be due to that no event tells of: the reader's choice, pages that are no articles. */
  remarks(): readonly string[]
  /** Ends all pages, unheard. Call it after each test. */
  stop(): void
}

/** Plays a reader's browser: the engine in its tabs is the real one, everything around it obeys the test. Needs a DOM. */
export function simulateHelp({
  chosen = 'granted',
  startsAt,
  actMs = SECOND_MS,
  ...site
}: SimulateOptions): SimulatedHelp {
  if (typeof document === 'undefined') {
    throw new Error(
      '[helptally] simulateHelp() expected a document, found none. Run the test in jsdom: `@jest-environment jest-fixed-jsdom`, or `environment: "jsdom"` in Vitest.',
    )
  }
  const stage = createStage({ site, actMs, startsAt })
  const { browser, recorder } = stage
  const startedAt = stage.now()
  const remarks = createRemarks({ site, find: articlePattern(site.articles), chosen, startedAt })
  if (chosen !== 'none') browser.cookies.set('help_choice', chosen)

  const handle = (page: SimulatedTab): HelpTab => new HelpTab(page, stage, handle)
  const choose = (choice: 'granted' | 'refused') =>
    stage.act({}, () => {
      remarks.chose(choice, stage.now())
      const asked = stage.tabs.find(({ hidden }) => !hidden) ?? stage.tabs[0]
      if (asked) asked.engine.setConsent(choice)
      else browser.cookies.set('help_choice', choice)
    })
  const { events, chat, rejected, failNext } = recorder
  return {
    ...{ events, chat, rejected, failNext, startedAt },
    openTab: (path, { referrer = '' } = {}) => stage.act({}, () => handle(stage.open(path, { referrer }))),
    duplicateTab: ({ page }) =>
      stage.act({ tab: page }, () =>
        handle(stage.open(page.url.pathname, { session: page.session.items, nav: 'history' })),
      ),
    advance: async (length) => stage.pass(msOf(length)),
    refuseConsent: () => choose('refused'),
    grantConsent: () => choose('granted'),
    now: stage.now,
    sessions() {
      stage.mustRest()
      return recorder.sessions()
    },
    remarks: () => remarks.all(stage.tabs.map(({ url }) => url.pathname)),
    stop() {
      for (const tab of stage.tabs) tab.vanish()
    },
  }
}
