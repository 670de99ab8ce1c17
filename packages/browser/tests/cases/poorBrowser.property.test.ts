import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { T } from '../support/articleTab.js'
import { sessionsOf } from '../support/counted.js'
import type { FakeBrowser } from '../support/fakeBrowser.js'
import type { FakeTab } from '../support/fakeTab.js'
import { poorBrowser, TROUBLES, type Troubles } from '../support/poorBrowser.js'

const troubles: fc.Arbitrary<Troubles> = fc.record({
  session: fc.constantFrom(...TROUBLES.session),
  local: fc.constantFrom(...TROUBLES.local),
  cookies: fc.constantFrom(...TROUBLES.cookies),
  locks: fc.constantFrom(...TROUBLES.locks),
  channel: fc.constantFrom(...TROUBLES.channel),
})

const act = fc.record({
  tab: fc.nat({ max: 2 }),
  does: fc.constantFrom('open', 'scroll', 'vote', 'reload', 'crash', 'copy', 'return', 'look'),
  article: fc.constantFrom('idle', 'tabs'),
  // Long enough for every answer, and for a stamp to be written.
  waitMs: fc.constantFrom(6_000, 4 * 60_000, T - 1_000, T + 1_000),
})
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

/** A reader's tab as the rules see it: when it was last active in a session, epoch ms. */
interface ReaderTab {
  readonly tab: FakeTab
  activeAt: number | null
}

/** The rules in their own words: how many sessions the acts are, in a browser that remembers what it is said to. */
function createReader(browser: FakeBrowser, { session, locks, channel }: Troubles) {
  const remembers = session === 'fine'
  const remembersCrashes = remembers && (locks === 'fine' || channel === 'fine')
  const tabs: ReaderTab[] = []
  let sessions = 0

  const isOpen = ({ activeAt }: ReaderTab) => activeAt !== null && browser.now - activeAt < T
  const touch = (one: ReaderTab) => {
    one.activeAt = isOpen(one) ? browser.now : null
  }
  const show = (one: ReaderTab) => {
    if (!isOpen(one)) sessions++
    one.activeAt = browser.now
  }
  const arrive = (copied?: FakeTab) => {
    const path = copied?.url.pathname ?? '/en/articles/idle'
    const tab = browser.openTab(path, {
      referrer: 'https://search.example/',
      options: { consent: 'granted' },
      ...(copied && { session: copied.session.items, nav: 'history' }),
    })
    const one = { tab, activeAt: null }
    show(one)
    tabs.push(one)
  }
  const again = (one: ReaderTab, isRemembered: boolean) => {
    if (!isRemembered) one.activeAt = null
    one.tab.load(one.tab.url.pathname, 'reload', '')
    show(one)
  }

  return {
    tabs,
    arrive,
    sessions: () => sessions,
    async does({ does, tab, article }: Act): Promise<void> {
      const one = tabs[tab % tabs.length]!
      const path = `/en/articles/${article}`
      if (does === 'open') {
        const isAnother = one.tab.url.pathname !== path
        await one.tab.follow(path)
        if (isAnother) show(one)
        else touch(one)
      }
      if (does === 'scroll') one.tab.scroll()
      if (does === 'vote') one.tab.engine.vote(1)
      if (does === 'scroll' || does === 'vote') touch(one)
      if (does === 'look') for (const hidden of [true, false]) one.tab.setHidden(hidden)
      if (does === 'copy' && tabs.length < 3) arrive(one.tab)
      if (does === 'reload') again(one, remembers)
      if (does === 'crash') {
        one.tab.crash()
        again(one, remembersCrashes)
      }
      if (does === 'return') {
        one.tab.leave()
        one.tab.back()
        show(one)
      }
    },
  }
}

test('whatever a browser lacks or forbids, nothing throws, no tab is taken for another, and every session is counted once', async () => {
  await fc.assert(
    fc.asyncProperty(troubles, fc.array(act, { maxLength: 12 }), async (wrong, acts) => {
      const browser = poorBrowser(wrong)
      const reader = createReader(browser, wrong)
      reader.arrive()
      await browser.advance(6_000)
      for (const each of acts) {
        await reader.does(each)
        await browser.advance(each.waitMs)
        expect(new Set(reader.tabs.map(({ tab }) => tab.state.tabId)).size).toBe(reader.tabs.length)
      }
      expect(await sessionsOf(browser)).toHaveLength(reader.sessions())
      const degraded = [
        wrong.session !== 'fine' && 'storage',
        wrong.locks !== 'fine' && 'locks',
        wrong.channel !== 'fine' && 'channel',
      ].filter(Boolean)
      for (const { tab } of reader.tabs) expect(tab.state).toMatchObject({ status: 'ready', degraded })

      const { requests } = browser
      for (const { tab } of reader.tabs) tab.engine.setConsent('refused')
      for (const each of acts.filter(({ does }) => does !== 'reload' && does !== 'crash' && does !== 'copy')) {
        await reader.does(each)
      }
      await browser.advance(T)
      expect(browser.requests).toBe(requests)
      expect(reader.tabs.flatMap(({ tab }) => [...tab.session.items])).toEqual([])
      expect([...browser.local.items]).toEqual([])
    }),
    { numRuns: 300 },
  )
}, 60_000)
