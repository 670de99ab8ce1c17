import { describe, expect, test } from '@jest/globals'
import { articleTab } from '../support/articleTab.js'
import { sessionsOf } from '../support/counted.js'
import { FakeBrowser, MINUTE } from '../support/fakeBrowser.js'
import { NO_TRACES, tracesOf } from '../support/traces.js'

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

test('case 86: who grants after a refusal in the document that counted by itself is another visitor', async () => {
  const { browser, tab } = await articleTab()
  await browser.advance(6_000)
  tab.engine.setConsent('refused')
  await browser.advance(1_000)
  tab.engine.setConsent('granted')
  await browser.advance(1_000)
  await tab.follow('/en/articles/tabs')
  const [before, after] = await sessionsOf(browser)
  expect(after!.opening.visitorId).not.toBe(before!.opening.visitorId)
  expect(browser.local.items.get('help.visitor')).toContain(after!.opening.visitorId)
})

test('case 86: what waited to be sent at the refusal is not sent after a grant either', async () => {
  const { browser, tab } = await articleTab()
  tab.engine.vote(1)
  await browser.advance(500)
  tab.engine.setConsent('refused')
  await browser.advance(MINUTE)
  const grantedAt = browser.now
  tab.engine.setConsent('granted')
  expect(await sessionsOf(browser)).toMatchObject([{ startedAt: grantedAt, previousId: null }])
  expect(browser.received.map(({ name, seq }) => [name, seq])).toEqual([['help.article.open', 1]])
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

test.each([
  ['granted', 'refused'],
  ['refused', 'granted'],
  ['maybe', 'refused'],
])('case 89: of two cookies, %s on one path and %s on another, the refusal wins', async (one, other) => {
  const browser = new FakeBrowser()
  browser.cookies.set('help_choice', `${one}; help_choice=${other}`)
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(MINUTE)
  expect(tab.state).toMatchObject({ consent: 'refused', status: 'off' })
})
