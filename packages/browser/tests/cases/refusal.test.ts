import { describe, expect, test } from '@jest/globals'
import { articleTab } from '../support/articleTab.js'
import { FakeBrowser, MINUTE } from '../support/fakeBrowser.js'
import type { FakeTab } from '../support/fakeTab.js'
import { grantedBrowser } from '../support/granted.js'
import { NO_TRACES, tracesOf } from '../support/traces.js'

const REFUSED = [['help_choice', 'refused']]

describe('a reader who refuses', () => {
  test('case 82: leaves one cookie with a constant value, and nothing else, whatever is done after', async () => {
    const browser = new FakeBrowser()
    const tab = browser.openTab('/en/articles/idle')
    await browser.advance(100)
    tab.engine.setConsent('refused')
    await tab.follow('/en/articles/tabs')
    tab.engine.vote(1)
    await browser.advance(10 * MINUTE)
    expect(tracesOf(browser, tab)).toEqual({ ...NO_TRACES, cookies: REFUSED })
  })

  test('case 82: is not asked again by the next documents, and none of them opens a channel', async () => {
    const browser = new FakeBrowser()
    const tab = browser.openTab('/en/articles/idle')
    await browser.advance(100)
    tab.engine.setConsent('refused')
    const { channelsOpened } = browser
    tab.load('/en/articles/idle', 'reload')
    const other = browser.openTab('/en/articles/tabs')
    await other.follow('/en/articles/idle')
    await browser.advance(10 * MINUTE)
    expect([tab.state.consent, other.state.consent]).toEqual(['refused', 'refused'])
    expect(browser.channelsOpened).toBe(channelsOpened)
    expect(tracesOf(browser, tab, other)).toEqual({ ...NO_TRACES, cookies: REFUSED, session: [0, 0] })
  })

  test('case 83: in mid-session drops it in silence: the queue, the record and the lock go, one cookie stays', async () => {
    const { browser, tab } = await articleTab()
    tab.scroll()
    await browser.advance(500)
    tab.engine.setConsent('refused')
    expect(tab.state).toMatchObject({ status: 'off', tabId: null, session: null })
    tab.close()
    await browser.advance(10 * MINUTE)
    expect(tracesOf(browser, tab)).toEqual({ ...NO_TRACES, cookies: REFUSED })
  })

  test('case 83: is not sent again either: a batch whose answer was lost is forgotten', async () => {
    const { browser, tab } = await articleTab()
    browser.answer = () => Promise.reject(new TypeError('Failed to fetch'))
    await browser.advance(6_000)
    expect(browser.requests).toBeGreaterThan(0)
    const { requests } = browser
    tab.engine.setConsent('refused')
    await browser.advance(10 * MINUTE)
    expect(browser.requests).toBe(requests)
  })
})

describe('a refusal in another tab', () => {
  async function twoTabs(hasChannels: boolean) {
    const browser = grantedBrowser()
    browser.hasChannels = hasChannels
    const [here, there] = [browser.openTab('/en/articles/idle'), browser.openTab('/en/articles/tabs')]
    await browser.advance(6_000)
    return { browser, here, there, requests: browser.requests }
  }

  test('case 84: holds at once, by message', async () => {
    const { browser, here, there, requests } = await twoTabs(true)
    here.engine.setConsent('refused')
    await browser.advance(0)
    expect(there.state).toMatchObject({ consent: 'refused', status: 'off', session: null })
    expect(tracesOf(browser, here, there)).toEqual({ ...NO_TRACES, cookies: REFUSED, session: [0, 0], requests })
  })

  test.each([
    ['is looked at', (tab: FakeTab) => tab.setHidden(false)],
    ['is scrolled', (tab: FakeTab) => tab.scroll()],
    ['shows another article', (tab: FakeTab) => tab.route('/en/articles/idle')],
    ['is voted on', (tab: FakeTab) => tab.engine.vote(1)],
  ])('case 84: without a channel holds as soon as the tab %s, and that is not counted', async (_, happens) => {
    const { browser, here, there, requests } = await twoTabs(false)
    here.engine.setConsent('refused')
    await happens(there)
    await browser.advance(10 * MINUTE)
    expect(there.state).toMatchObject({ consent: 'refused', status: 'off', session: null })
    expect(tracesOf(browser, here, there)).toEqual({ ...NO_TRACES, cookies: REFUSED, session: [0, 0], requests })
  })

  test('case 85: is read by a page back from the bfcache before it does anything', async () => {
    const { browser, here, there } = await twoTabs(true)
    there.leave()
    await browser.advance(6_000)
    const { requests, channelsOpened } = browser
    here.engine.setConsent('refused')
    await browser.advance(MINUTE)
    there.back()
    expect(there.state).toMatchObject({ consent: 'refused', status: 'off', session: null })
    await browser.advance(10 * MINUTE)
    expect(tracesOf(browser, here, there)).toEqual({ ...NO_TRACES, cookies: REFUSED, session: [0, 0], requests })
    expect(browser.channelsOpened).toBe(channelsOpened)
  })
})

test('case 84: what waits to be sent is not sent after a refusal that no message told', async () => {
  const browser = grantedBrowser()
  browser.hasChannels = false
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(500)
  browser.cookies.set('help_choice', 'refused')
  await browser.advance(10_000)
  expect(browser.requests).toBe(0)
  expect(tab.state.status).toBe('off')
})

test('case 83: a refusal found while the page is left writes nothing back', async () => {
  const browser = grantedBrowser()
  browser.hasChannels = false
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(6_000)
  browser.cookies.set('help_choice', 'refused')
  tab.scroll()
  tab.leave()
  await browser.advance(10_000)
  expect(tab.session.items.size + browser.local.items.size).toBe(0)
})
