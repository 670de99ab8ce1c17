import { expect, test } from '@jest/globals'
import { FakeBrowser, MINUTE } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'
import { NO_TRACES, tracesOf } from './support/traces.js'

test('Global Privacy Control is a refusal that needs no cookie', async () => {
  const browser = new FakeBrowser()
  browser.refusesBySignal = true
  const tab = browser.openTab('/en/articles/idle', { options: { consent: 'granted' } })
  await browser.advance(MINUTE)
  expect(tracesOf(browser, tab)).toEqual(NO_TRACES)
  expect(tab.state.consent).toBe('refused')
})

test('a site with a legal ground of its own counts at once, and a refusal still wins', async () => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en/articles/idle', { options: { consent: 'granted' } })
  await browser.advance(6_000)
  expect(browser.received).toHaveLength(1)
  tab.engine.setConsent('refused')
  tab.load('/en/articles/idle', 'reload')
  await browser.advance(6_000)
  expect(browser.received).toHaveLength(1)
})

test('allowing again, on an article that was clicked to meanwhile, is a click and no direct link', async () => {
  const browser = new FakeBrowser()
  browser.cookies.set('help_choice', 'refused')
  const tab = browser.openTab('/en')
  await browser.advance(100)
  await tab.follow('/en/articles/idle')
  tab.engine.setConsent('granted')
  await browser.advance(6_000)
  expect(browser.received).toMatchObject([{ entry: 'article_click', nav: 'soft' }])
})

test('allowing on an article reached from a page that did not exist counts it', async () => {
  const browser = new FakeBrowser()
  browser.cookies.set('help_choice', 'refused')
  const tab = browser.openTab('/en/articles/no-such', { failed: true })
  await browser.advance(100)
  tab.engine.setConsent('granted')
  await browser.advance(6_000)
  expect(browser.received).toEqual([])
  tab.engine.setConsent('refused')
  await tab.follow('/en/articles/tabs')
  tab.engine.setConsent('granted')
  await browser.advance(6_000)
  expect(browser.received).toMatchObject([{ article: { id: 'tabs' } }])
})

test('consent given on another page while this one was in the bfcache opens its article once', async () => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(100)
  tab.leave()
  browser.cookies.set('help_choice', 'granted')
  tab.back()
  await browser.advance(6_000)
  expect(browser.received).toMatchObject([{ name: 'help.article.open', seq: 1 }])
  expect(browser.received).toHaveLength(1)
})

test('with Global Privacy Control nothing can be granted, and no cookie is written', async () => {
  const browser = new FakeBrowser()
  browser.refusesBySignal = true
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(100)
  tab.engine.setConsent('granted')
  await browser.advance(6_000)
  expect(tab.state).toMatchObject({ consent: 'refused', refusedBySignal: true })
  expect(tracesOf(browser, tab)).toEqual(NO_TRACES)
})

test('a site that says late that it may count starts then', async () => {
  const browser = new FakeBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(1_000)
  tab.engine.configure({ consent: 'granted' })
  await browser.advance(6_000)
  expect(browser.received).toHaveLength(1)
})

test('what was on screen before a refusal is forgotten: a vote elsewhere is not one on it', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(6_000)
  tab.engine.setConsent('refused')
  await tab.route('/en')
  expect(tab.state.article).toBeNull()
  tab.engine.setConsent('granted')
  await browser.advance(100)
  tab.engine.vote(1)
  tab.engine.showResults({ query: 'refund', results: 1 })
  await browser.advance(7_000)
  expect(browser.received.slice(1)).toMatchObject([{ name: 'help.search.submit', page: '/en', article: null }])
})
