import { describe, expect, test } from '@jest/globals'
import { articleTab } from '../support/articleTab.js'
import { sessionsOf } from '../support/counted.js'
import { FakeBrowser, MINUTE } from '../support/fakeBrowser.js'
import type { FakeTab } from '../support/fakeTab.js'
import { grantedBrowser } from '../support/granted.js'
import { NO_TRACES, tracesOf } from '../support/traces.js'

const REFUSED = [['help_choice', 'refused']]

test('case 81: before the choice nothing is stored, locked, said or sent', async () => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en/articles/idle')
  tab.engine.showResults({ query: 'refund', results: 1 })
  await tab.follow('/en/articles/tabs')
  tab.engine.vote(1)
  tab.setHidden(true)
  tab.setHidden(false)
  await browser.advance(MINUTE)
  expect(tracesOf(browser, tab)).toEqual(NO_TRACES)
  expect(browser.channelsOpened).toBe(0)
  expect(tab.state).toMatchObject({ consent: 'unknown', status: 'off', article: { id: 'tabs' } })
})

test('case 81: consent granted with an article on screen starts its session then, and tells nothing from before', async () => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  await tab.follow('/en/articles/idle')
  tab.engine.vote(1)
  await browser.advance(MINUTE)
  const grantedAt = browser.now
  tab.engine.setConsent('granted')
  expect(await sessionsOf(browser)).toMatchObject([{ startedAt: grantedAt, opening: { entry: 'article_click' } }])
  expect(browser.received).toMatchObject([{ name: 'help.article.open', ts: grantedAt, activeAt: null }])
  expect([...browser.cookies]).toEqual([['help_choice', 'granted']])
})

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
    await browser.advance(2_000)
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
    await browser.advance(2_000)
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
    await browser.advance(2_000)
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

test('case 86: a grant after a refusal replaces the cookie; the next article starts a session, and nothing older is told', async () => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  tab.engine.setConsent('refused')
  await tab.follow('/en/articles/idle')
  tab.engine.vote(1)
  tab.engine.showResults({ query: 'refund', results: 1 })
  await tab.follow('/en')
  await browser.advance(MINUTE)
  const grantedAt = browser.now
  tab.engine.setConsent('granted')
  expect([...browser.cookies]).toEqual([['help_choice', 'granted']])
  await browser.advance(MINUTE)
  expect(await sessionsOf(browser)).toEqual([])
  expect(browser.requests).toBe(0)
  await tab.follow('/en/articles/tabs')
  expect(await sessionsOf(browser)).toMatchObject([{ opening: { article: { id: 'tabs' } } }])
  expect(browser.received.filter(({ ts }) => ts < grantedAt)).toEqual([])
})

describe('where no cookie is kept', () => {
  test.each([
    ['nor storage', true],
    ['but storage is', false],
  ])('case 87: %s, a refusal holds as long as the document, and stands nowhere', async (_, blocksCookies) => {
    const browser = new FakeBrowser()
    browser.blocksCookies = blocksCookies
    browser.cookies.set = () => browser.cookies
    const tab = browser.openTab('/en/articles/idle', { options: { consent: 'granted' } })
    await browser.advance(100)
    tab.engine.setConsent('refused')
    tab.setHidden(true)
    tab.setHidden(false)
    await tab.follow('/en/articles/tabs')
    tab.leave()
    tab.back()
    await browser.advance(10 * MINUTE)
    expect(tab.state.consent).toBe('refused')
    expect(tracesOf(browser, tab)).toEqual(NO_TRACES)
  })
})

describe('a refusal while the tab id is being claimed', () => {
  const slowLock = (browser: FakeBrowser) => {
    browser.lockAnswer = () => browser.wait(100)
  }

  test.each([
    ['waits for its lock', 50],
    ['is refused the lock of its original, and waits for its own', 150],
  ])('case 88: leaves nothing behind while a copy %s', async (_, afterMs) => {
    const { browser, tab } = await articleTab()
    slowLock(browser)
    const copy = browser.openTab('/en/articles/idle', { session: tab.session.items })
    await refuse(browser, copy, afterMs, tab)
  })

  test('case 88: leaves nothing behind while it asks whether it is a copy', async () => {
    const { browser, tab } = await articleTab()
    browser.locks = null
    const copy = browser.openTab('/en/articles/idle', { session: tab.session.items })
    browser.messagesTakeMs = 200
    await refuse(browser, copy, 100, tab)
  })

  test('case 88: leaves nothing behind while it asks what opened it', async () => {
    const { browser, tab } = await articleTab()
    browser.messagesTakeMs = 60
    const opened = browser.openTab('/en/articles/tabs', { referrer: tab.url.href })
    await refuse(browser, opened, 100, tab)
  })

  async function refuse(browser: FakeBrowser, tab: FakeTab, afterMs: number, before: FakeTab) {
    await browser.advance(afterMs)
    expect(tab.state.status).toBe('claiming')
    const { requests } = browser
    tab.engine.setConsent('refused')
    await browser.advance(10 * MINUTE)
    expect(tab.state).toMatchObject({ consent: 'refused', status: 'off', tabId: null, session: null })
    expect(tracesOf(browser, tab, before)).toEqual({
      ...NO_TRACES,
      cookies: REFUSED,
      session: [0, 0],
      locks: browser.locks && 0,
      requests,
    })
  }
})

test.each(['maybe', 'granted1', 'GRANTED', '', 'granted%20', '"granted"'])(
  'case 89: the cookie %j is no choice',
  async (value) => {
    const browser = new FakeBrowser()
    browser.cookies.set('help_choice', value)
    const tab = browser.openTab('/en/articles/idle')
    await browser.advance(MINUTE)
    expect(tab.state).toMatchObject({ consent: 'unknown', status: 'off' })
    expect(tracesOf(browser, tab)).toEqual({ ...NO_TRACES, cookies: [['help_choice', value]] })
  },
)
