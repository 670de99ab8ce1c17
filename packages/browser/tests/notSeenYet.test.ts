import { expect, test } from '@jest/globals'
import { FakeBrowser } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'
import { storage } from './support/storage.js'

const FROM_ELSEWHERE = { referrer: 'https://search.example/' }
/** How long a page out of a prerender waits for the page before it. */
const LONGEST_MS = 3_000

test.each([
  ['hidden', { hidden: true }],
  ['prerendered', { prerendering: true }],
])('a site that reports consent in a %s page starts nothing before it is seen', async (_, how) => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en/articles/idle', { ...FROM_ELSEWHERE, ...how })
  await browser.advance(0)
  tab.engine.setConsent('granted')
  await browser.advance(6_000)
  expect(tab.state).toMatchObject({ status: 'off', consent: 'granted', session: null })
  expect(browser.requests).toBe(0)
  if (tab.prerendering) tab.activate()
  else tab.setHidden(false)
  await browser.advance(6_000)
  expect(browser.received).toHaveLength(1)
})

test('where cookies are blocked a refusal made before the page was seen stays one', async () => {
  const browser = new FakeBrowser()
  browser.blocksCookies = true
  const tab = browser.openTab('/en/articles/idle', { ...FROM_ELSEWHERE, options: { consent: 'granted' } })
  tab.engine.setConsent('refused')
  await browser.advance(3_000)
  expect(tab.state.consent).toBe('refused')
  expect(browser.requests).toBe(0)
})

test.each([
  { name: 'leaves late', preparedMs: 1_000, leavesAfterMs: 2_000 },
  { name: 'leaves late, when it was shown before its first timer', preparedMs: 0, leavesAfterMs: 2_000 },
  { name: 'never leaves', preparedMs: 1_000, leavesAfterMs: Number.POSITIVE_INFINITY },
])(
  'case 69: a page out of a prerender reads what the page before has written only then, if that one $name',
  async ({ preparedMs, leavesAfterMs }) => {
    const browser = grantedBrowser()
    const store = storage()
    const before = browser.openTab('/en/articles/idle', { ...FROM_ELSEWHERE, store })
    await browser.advance(1_000)
    const readAt: number[] = []
    const tab = browser.openTab('/en/articles/tabs', {
      prerendering: true,
      store,
      referrer: before.url.href,
      ports: (usual) => ({
        ...usual,
        sessionStore: {
          ...store,
          getItem(key) {
            if (!usual.lifecycle.prerendering) readAt.push(browser.now)
            return store.getItem(key)
          },
        },
      }),
    })
    await browser.advance(preparedMs)
    const shownAt = browser.now
    tab.activate()
    const leaves = leavesAfterMs < LONGEST_MS
    await browser.advance(leaves ? leavesAfterMs : LONGEST_MS)
    if (leaves) before.leave()
    await browser.advance(2_000)
    const waitedMs = readAt[0]! - shownAt
    expect(waitedMs).toBeGreaterThanOrEqual(Math.min(leavesAfterMs, LONGEST_MS))
    expect(waitedMs).toBeLessThan(Math.min(leavesAfterMs, LONGEST_MS) + 400)
    expect(tab.state.status).toBe('ready')
    expect(tab.state.tabId === before.state.tabId).toBe(leaves)
  },
)

test('case 69: a page out of a prerender whose tab counted nothing before waits a quarter of a second', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/tabs', { prerendering: true })
  await browser.advance(1_000)
  const shownAt = browser.now
  tab.activate()
  await browser.advance(1_000)
  expect(tab.state.session!.startedAt - shownAt).toBe(250)
})

test('a page that was prepared in another tab before the click still learns of it', async () => {
  const browser = grantedBrowser()
  const opener = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(1_000)
  const { id } = opener.state.session!
  const prepared = browser.openTab('/en/articles/tabs', { prerendering: true, referrer: opener.url.href })
  await browser.advance(500)
  document.body.innerHTML =
    '<main data-help-via="suggestion"><a href="/en/articles/tabs" target="_blank">Tabs</a></main>'
  opener.click(document.querySelector('a')!)
  prepared.activate()
  await browser.advance(3_000)
  const opened = browser.received.find((event) => event.tabId === prepared.state.tabId)
  expect(opened).toMatchObject({ via: 'suggestion', openedFrom: id })
})
