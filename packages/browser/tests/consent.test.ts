import { expect, test } from '@jest/globals'
import { FakeBrowser, MINUTE } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'

function traces(browser: FakeBrowser, ...tabs: { session: { items: Map<string, string> } }[]) {
  return {
    cookies: [...browser.cookies],
    local: browser.local.items.size,
    session: tabs.map((tab) => tab.session.items.size),
    locks: browser.locks!.size,
    channels: browser.channels.size,
    requests: browser.requests,
  }
}
const nothing = { cookies: [], local: 0, session: [0], locks: 0, channels: 0, requests: 0 }

test('before the choice nothing is stored, locked, said or sent', async () => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en/articles/idle')
  tab.engine.showResults({ query: 'refund', results: 1 })
  await tab.follow('/en/articles/tabs')
  tab.engine.vote(1)
  await browser.advance(MINUTE)
  expect(traces(browser, tab)).toEqual(nothing)
  expect(tab.state).toMatchObject({ consent: 'unknown', status: 'off', article: { id: 'tabs' } })
})

test('refused: exactly one cookie with a constant value, and nothing else, still so after a reload', async () => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(100)
  tab.engine.setConsent('refused')
  await tab.follow('/en/articles/tabs')
  tab.load('/en/articles/tabs', 'reload')
  await browser.advance(10 * MINUTE)
  expect(traces(browser, tab)).toEqual({ ...nothing, cookies: [['help_choice', 'refused']] })
})

test('refusal in mid-session removes all that was stored and sends nothing more', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(500)
  tab.engine.setConsent('refused')
  tab.close()
  await browser.advance(10 * MINUTE)
  expect(traces(browser, tab)).toEqual({ ...nothing, cookies: [['help_choice', 'refused']] })
})

test('refusal holds in every open tab at once', async () => {
  const browser = grantedBrowser()
  const [here, there] = [browser.openTab('/en/articles/idle'), browser.openTab('/en/articles/tabs')]
  await browser.advance(2_000)
  const { requests } = browser
  here.engine.setConsent('refused')
  await browser.advance(0)
  expect(there.state).toMatchObject({ consent: 'refused', status: 'off', session: null })
  expect(traces(browser, here, there)).toEqual({
    ...nothing,
    session: [0, 0],
    cookies: [['help_choice', 'refused']],
    requests,
  })
})

test('a tab that slept through the refusal learns of it when it is looked at', async () => {
  const browser = grantedBrowser()
  browser.hasChannels = false
  const [here, there] = [browser.openTab('/en/articles/idle'), browser.openTab('/en/articles/tabs')]
  await browser.advance(2_000)
  here.engine.setConsent('refused')
  there.setHidden(true)
  const { requests } = browser
  there.setHidden(false)
  await browser.advance(10 * MINUTE)
  expect(there.state.consent).toBe('refused')
  expect(browser.requests).toBe(requests)
  expect(there.session.items.size).toBe(0)
})

test('consent granted with an article on screen starts its session then, not before', async () => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  await tab.follow('/en/articles/idle')
  await browser.advance(MINUTE)
  const grantedAt = browser.now
  tab.engine.setConsent('granted')
  await browser.advance(2_000)
  expect(browser.received).toMatchObject([
    { name: 'help.article.open', entry: 'article_click', ts: grantedAt, activeAt: null },
  ])
  expect([...browser.cookies]).toEqual([['help_choice', 'granted']])
})

test('Global Privacy Control is a refusal that needs no cookie', async () => {
  const browser = new FakeBrowser()
  browser.refusesBySignal = true
  const tab = browser.openTab('/en/articles/idle', { options: { consent: 'granted' } })
  await browser.advance(MINUTE)
  expect(traces(browser, tab)).toEqual(nothing)
  expect(tab.state.consent).toBe('refused')
})

test('a cookie that was tampered with is no choice', async () => {
  const browser = new FakeBrowser()
  browser.cookies.set('help_choice', 'maybe')
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(MINUTE)
  expect(tab.state.consent).toBe('unknown')
  expect(browser.requests).toBe(0)
})

test('a site with a legal ground of its own counts at once, and a refusal still wins', async () => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en/articles/idle', { options: { consent: 'granted' } })
  await browser.advance(2_000)
  expect(browser.received).toHaveLength(1)
  tab.engine.setConsent('refused')
  tab.load('/en/articles/idle', 'reload')
  await browser.advance(2_000)
  expect(browser.received).toHaveLength(1)
})

test('refusal while the tab id is being claimed leaves nothing behind', async () => {
  const browser = grantedBrowser()
  browser.locks = null
  const before = browser.openTab('/en/articles/idle')
  await browser.advance(1_000)
  const copy = browser.openTab('/en/articles/idle', { session: before.session.items })
  before.close()
  await browser.advance(100)
  expect(copy.state.status).toBe('claiming')
  const { requests } = browser
  copy.engine.setConsent('refused')
  await browser.advance(MINUTE)
  expect(copy.session.items.size).toBe(0)
  expect(browser.requests).toBe(requests)
})

test('allowing again, on an article that was clicked to meanwhile, is a click and no direct link', async () => {
  const browser = new FakeBrowser()
  browser.cookies.set('help_choice', 'refused')
  const tab = browser.openTab('/en')
  await browser.advance(100)
  await tab.follow('/en/articles/idle')
  tab.engine.setConsent('granted')
  await browser.advance(2_000)
  expect(browser.received).toMatchObject([{ entry: 'article_click', nav: 'soft' }])
})

test('allowing on an article reached from a page that did not exist counts it', async () => {
  const browser = new FakeBrowser()
  browser.cookies.set('help_choice', 'refused')
  const tab = browser.openTab('/en/articles/no-such', { failed: true })
  await browser.advance(100)
  tab.engine.setConsent('granted')
  await browser.advance(2_000)
  expect(browser.received).toEqual([])
  tab.engine.setConsent('refused')
  await tab.follow('/en/articles/tabs')
  tab.engine.setConsent('granted')
  await browser.advance(2_000)
  expect(browser.received).toMatchObject([{ article: { id: 'tabs' } }])
})

test('consent given on another page while this one was in the bfcache opens its article once', async () => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(100)
  tab.leave()
  browser.cookies.set('help_choice', 'granted')
  tab.back()
  await browser.advance(2_000)
  expect(browser.received).toMatchObject([{ name: 'help.article.open', seq: 1 }])
  expect(browser.received).toHaveLength(1)
})

test('a refusal that no cookie could keep holds as long as the page', async () => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en/articles/idle', { options: { consent: 'granted' } })
  await browser.advance(100)
  tab.engine.setConsent('refused')
  browser.cookies.clear()
  tab.setHidden(true)
  tab.setHidden(false)
  expect(tab.state.consent).toBe('refused')
})

test('with Global Privacy Control nothing can be granted, and no cookie is written', async () => {
  const browser = new FakeBrowser()
  browser.refusesBySignal = true
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(100)
  tab.engine.setConsent('granted')
  await browser.advance(2_000)
  expect(tab.state).toMatchObject({ consent: 'refused', refusedBySignal: true })
  expect(traces(browser, tab)).toEqual(nothing)
})

test('a site that says late that it may count starts then', async () => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(1_000)
  tab.engine.configure({ consent: 'granted' })
  await browser.advance(2_000)
  expect(browser.received).toHaveLength(1)
})

test('what was on screen before a refusal is forgotten: a vote elsewhere is not one on it', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(2_000)
  tab.engine.setConsent('refused')
  await tab.route('/en')
  expect(tab.state.article).toBeNull()
  tab.engine.setConsent('granted')
  await browser.advance(100)
  tab.engine.vote(1)
  tab.engine.showResults({ query: 'refund', results: 1 })
  await browser.advance(3_000)
  expect(browser.received.slice(1)).toMatchObject([{ name: 'help.search.submit', page: '/en', article: null }])
})

test('case 84: a refusal in another tab that no message told holds from the next event, and nothing is sent', async () => {
  const browser = grantedBrowser()
  browser.hasChannels = false
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(2_000)
  const { requests } = browser
  browser.cookies.set('help_choice', 'refused')
  await tab.follow('/en/articles/tabs')
  expect(tab.state).toMatchObject({ consent: 'refused', status: 'off', session: null })
  expect(tab.session.items.size + browser.local.items.size).toBe(0)
  await browser.advance(10_000)
  expect(browser.requests).toBe(requests)
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

test('case 85: a page that was in the bfcache during the refusal reads the cookie before anything else', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(2_000)
  tab.leave()
  browser.cookies.set('help_choice', 'refused')
  const { requests } = browser
  tab.back()
  expect(tab.state).toMatchObject({ consent: 'refused', status: 'off' })
  await browser.advance(10_000)
  expect(tab.session.items.size + browser.local.items.size).toBe(0)
  expect(browser.requests).toBe(requests)
})

test('case 83: a refusal found while the page is left writes nothing back', async () => {
  const browser = grantedBrowser()
  browser.hasChannels = false
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(2_000)
  browser.cookies.set('help_choice', 'refused')
  tab.scroll()
  tab.leave()
  await browser.advance(10_000)
  expect(tab.session.items.size + browser.local.items.size).toBe(0)
})
