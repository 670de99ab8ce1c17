import { help } from '@helptally/core'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { showOverlay } from '../../src/devtools/overlay.js'
import type { FakeBrowser } from '../support/fakeBrowser.js'
import type { FakeTab } from '../support/fakeTab.js'
import { grantedBrowser } from '../support/granted.js'
import { noLayout } from '../support/noLayout.js'
import { overheardTab } from '../support/overheardTab.js'
import { FROM_ELSEWHERE } from '../support/unsent.js'

beforeEach(noLayout)
afterEach(() => {
  document.querySelector('helptally-devtools')?.remove()
  document.body.innerHTML = ''
})

/** Two sessions, with reading, a search, a vote and a wrong way between. */
async function read(browser: FakeBrowser, tab: FakeTab): Promise<void> {
  await browser.advance(4_000)
  tab.scroll()
  await tab.follow('/en/articles/tabs')
  await browser.advance(130_000)
  tab.scroll()
  tab.engine.showResults({ query: 'idle time', results: 2 })
  await browser.advance(2_000)
  tab.engine.vote(-1, { reason: 'outdated' })
  tab.setHidden(true)
  await browser.advance(10_000)
  tab.setHidden(false)
  await browser.advance(help.idleMs + 1)
  tab.engine.showResults({ query: 'refund', results: 0 })
  await browser.advance(5_000)
  await tab.follow('/en/articles/idle')
  await browser.advance(20_000)
  tab.load('/en/articles/consent')
  await browser.advance(20_000)
}

/** Without what is random. */
const told = ({ received }: FakeBrowser) =>
  received.map(({ id, sessionId, tabId: _tab, visitorId: _visitor, ...event }) => {
    const {
      queryId: _query,
      metricId: _metric,
      openId: _open,
      previousId: _previous,
      ...fields
    } = event as never as Record<string, unknown>
    return { ...fields, opens: id === sessionId, isIn: sessionId !== null }
  })

test('the same reader is counted the same with the overlay and without it', async () => {
  const plain = grantedBrowser()
  await read(plain, plain.openTab('/en/articles/start', FROM_ELSEWHERE))
  document.body.innerHTML = ''
  const overheard = grantedBrowser()
  const { tab, stop } = await overheardTab(overheard, '/en/articles/start')
  await read(overheard, tab)
  stop()
  expect(told(plain).filter(({ opens }) => opens)).toHaveLength(2)
  expect(told(overheard)).toEqual(told(plain))
})

test('what is done in the overlay is not the reader’s: no activity, no event, no proof', async () => {
  const browser = grantedBrowser()
  const { tab, overheard } = await overheardTab(browser, '/en/articles/idle')
  await browser.advance(3_000)
  const stop = showOverlay(overheard, tab.engine.store)
  const button = document.querySelector('helptally-devtools')!.shadowRoot!.querySelector('button')!
  const startedAt = tab.state.session!.startedAt
  for (let acts = 0; acts < 10; acts++) {
    await browser.advance(help.idleMs / 10 - 1_000)
    for (const type of ['pointerdown', 'keydown', 'wheel', 'touchstart', 'click'])
      tab.hear(button, new Event(type, { bubbles: true, composed: true }))
  }
  await browser.advance(startedAt + help.idleMs - browser.now)
  expect(tab.state.session).toBeNull()
  expect(browser.received.map(({ name }) => name)).not.toContain('help.article.progress')
  stop()
})
