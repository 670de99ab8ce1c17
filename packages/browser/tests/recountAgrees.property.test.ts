import { explain, recount } from '@helptally/core'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MINUTE } from './support/fakeBrowser.js'
import type { FakeTab } from './support/fakeTab.js'
import { grantedBrowser } from './support/granted.js'

const T = 5 * MINUTE

const act = fc.record({
  tab: fc.nat({ max: 1 }),
  // Mostly reading: scrolls alone have to carry a session over many minutes.
  does: fc.oneof(
    { weight: 2, arbitrary: fc.constant('scroll') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('follow', 'home', 'search', 'vote', 'reload', 'history', 'hide', 'show', 'return'),
    },
  ),
  article: fc.constantFrom('idle', 'tabs', 'consent'),
  waitMs: fc.oneof(
    fc.constantFrom(0, 1, T - 1, T, T + 1, 2 * MINUTE - 1, 2 * MINUTE),
    fc.integer({ min: 1 * MINUTE, max: 4 * MINUTE }),
    fc.integer({ min: 0, max: 6 * MINUTE }),
  ),
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

async function perform(tab: FakeTab, { does, article }: Act): Promise<void> {
  const path = `/en/articles/${article}`
  if (does === 'follow') await tab.follow(path)
  if (does === 'home') await tab.follow('/en')
  if (does === 'scroll') tab.scroll()
  if (does === 'search') tab.engine.showResults({ query: article, results: 1 })
  if (does === 'vote') tab.engine.vote(1)
  if (does === 'reload') tab.load(tab.url.pathname, 'reload')
  if (does === 'history') await tab.route(path, 'history')
  if (does === 'hide') tab.setHidden(true)
  if (does === 'show') tab.setHidden(false)
  if (does === 'return') {
    tab.leave()
    tab.back()
  }
}

test('for any reader, a recount of the log finds the sessions that the pages claimed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
      const browser = grantedBrowser()
      const tabs = [0, 1].map(() => browser.openTab('/en'))
      await browser.advance(1_000)
      for (const each of acts) {
        await perform(tabs[each.tab]!, each)
        await browser.advance(each.waitMs)
      }
      for (const tab of tabs) tab.close()
      await browser.advance(10 * MINUTE)

      const claimed = browser.received.filter((event) => event.id === event.sessionId).map((event) => event.id)
      const sessions = recount(browser.received, browser.now)
      expect(sessions.map((session) => session.id).sort()).toEqual(claimed.sort())
      expect(sessions.flatMap((session) => explain(session).disagreements)).toEqual([])
      const inside = sessions.flatMap((session) => session.events.map((event) => event.id))
      expect(inside.sort()).toEqual(
        browser.received
          .filter((event) => event.sessionId)
          .map((event) => event.id)
          .sort(),
      )
      for (const events of Map.groupBy(browser.received, (event) => event.tabId).values()) {
        const seqs = events.map((event) => event.seq).sort((a, b) => a - b)
        expect(seqs).toEqual(seqs.map((_, index) => index + 1))
      }
    }),
    { numRuns: 400 },
  )
}, 60_000)
