import { setTimeout as pause } from 'node:timers/promises'
import { addressBelow, type CountedSession } from '@helptally/core'
import type { BrowserContext, Page } from 'playwright-core'
import type { Counted } from '../expectations/counted.js'
import type { ExpectedSession } from '../expectations/expectedSession.js'
import { judgeAll, judgeOne, type Verdict } from '../expectations/judge.js'
import { createCollectorOf } from './collectorOf.js'
import { markAsTest } from './markAsTest.js'
import { type Choice, choose } from './pageOfHelp.js'
import { readCounted } from './readCounted.js'
import { createDelivery } from './untilDelivered.js'
import { watchPosts } from './watchPosts.js'

export interface WatchOptions {
  /** The address of the site, `http://localhost:3000`. */
  readonly url: string
  /** The collector's base path, or its absolute address. Default `/api/help`. */
  readonly base?: string
  /** Opens the collector's reports, where they are closed: what the server has as `HELPTALLY_TOKEN`. */
  readonly token?: string
  /**
   * `test` (the default): all that the pages send says that it is a test. It is kept and can be explained, and counts in no
   * report. `reader`: as what everybody sends; the server has to run with `HELPTALLY_COUNT_BOTS=1`, because a browser that
   * is driven is a robot.
   */
  readonly countAs?: 'test' | 'reader'
  /** How long is waited at most for the pages to deliver, and for what is expected, ms. Default 10,000. */
  readonly timeoutMs?: number
}

/** How long one call waits at most, ms. Default: as `watchHelp()` was told. */
export type Patience = Pick<WatchOptions, 'timeoutMs'>

/** One reader of a real site: the pages of a browser context, and what the site's collector has counted of them. */
export interface WatchedHelp {
  /** The reader consents, in all pages of the context and in those to come. */
  grantConsent(): Promise<void>
  /** The reader refuses: nothing is counted any more, in any page. */
  refuseConsent(): Promise<void>
  /** Comes true when the collector has all that the pages have told, and none of them is about to tell more. */
  delivered(): Promise<void>
  /** What is counted of this reader, once it is delivered: for `expectSessions` and the matchers. */
  counted(): Promise<Counted>
  /** Waits for so many sessions, or these, in the order of their starts, and answers them. Fails with what was counted, and why. */
  expectSessions(expected: number | readonly ExpectedSession[], how?: Patience): Promise<CountedSession[]>
  /** Waits until one of the sessions is as expected. */
  expectSession(expected?: ExpectedSession, how?: Patience): Promise<void>
  /** Hears no more of the context. One that is closed needs none. */
  stop(): void
}

const TIMEOUT_MS = 10_000
const STEP_MS = 500

/**
 * Watches what the pages of a browser context tell, from before the first of them is opened, and reads from the site's own
 * collector what it counts of them. Other readers of the site do not matter. Takes a page instead of its context, too.
 */
export async function watchHelp(
  target: BrowserContext | Page,
  { url, base = '/api/help', token, countAs = 'test', timeoutMs = TIMEOUT_MS }: WatchOptions,
): Promise<WatchedHelp> {
  const context = 'context' in target ? target.context() : target
  const site = new URL(url)
  const collectorUrl = new URL(base, site).href
  mustBeBefore(context, site)
  const eventsUrl = addressBelow(collectorUrl, 'events')
  if (countAs === 'test') await context.addInitScript(markAsTest, eventsUrl)
  const collector = createCollectorOf({ request: context.request, url: collectorUrl, token })
  const posts = watchPosts(context, eventsUrl)
  const delivery = createDelivery({ context, site, posts, collector })

  const choice = (chosen: Choice) => choose(context, site, chosen)
  const counted = async (deadline = Date.now() + timeoutMs) => {
    const pages = await delivery.until(deadline)
    return readCounted({ posts, collector, pages, mayBeRobot: countAs === 'reader' })
  }
  const expecting = async (how: Patience, judge: (counted: Counted) => Verdict): Promise<Counted> => {
    const deadline = Date.now() + (how.timeoutMs ?? timeoutMs)
    let last: Verdict | undefined
    for (;;) {
      const found = await counted(deadline).catch((error: unknown) => {
        throw last && Date.now() >= deadline ? new Error(last.message()) : error
      })
      last = judge(found)
      if (last.pass) return found
      await pause(STEP_MS)
    }
  }
  return {
    grantConsent: () => choice('granted'),
    refuseConsent: () => choice('refused'),
    delivered: async () => void (await delivery.until(Date.now() + timeoutMs)),
    counted: () => counted(),
    expectSessions: async (expected, how = {}) =>
      (await expecting(how, (found) => judgeAll(found, expected))).sessions(),
    expectSession: async (expected, how = {}) => void (await expecting(how, (found) => judgeOne(found, expected))),
    stop: posts.stop,
  }
}

/** What a page has told before cannot be known. */
function mustBeBefore(context: BrowserContext, { origin }: URL): void {
  const early = context.pages().find((page) => page.url().startsWith(`${origin}/`))
  if (!early) return
  throw new Error(
    `[helptally] watchHelp() expected a context without pages of ${origin}, found ${early.url()}. Call it before the first page.goto().`,
  )
}
