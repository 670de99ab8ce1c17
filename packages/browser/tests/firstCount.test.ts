import { expect, jest, test } from '@jest/globals'
import { engineOnCall, openArticle } from './support/engineOnCall.js'
import { FakeBrowser } from './support/fakeBrowser.js'
import type { Loads } from './support/fakeTab.js'
import { grantedBrowser } from './support/granted.js'
import { FROM_ELSEWHERE } from './support/unsent.js'

test('a new tab counts its first article and delivers it before the engine is asked for', async () => {
  const browser = grantedBrowser()
  const { loads, calls } = engineOnCall()
  browser.answer = () => browser.wait(300).then(() => ({ status: 202 }))
  const tab = openArticle(browser, loads)
  await browser.advance(1_200)
  expect(tab.state).toMatchObject({ status: 'ready', session: { entry: 'direct_link' }, article: { id: 'idle' } })
  expect([browser.requests, calls.length]).toEqual([1, 0])
  await browser.advance(100)
  expect([browser.received.length, calls.length]).toEqual([1, 1])
})

test('a scroll is no reason for the engine, a click on a link is', async () => {
  const browser = grantedBrowser()
  const { loads, calls } = engineOnCall()
  const tab = openArticle(browser, loads)
  await browser.advance(100)
  tab.scroll()
  expect(calls).toHaveLength(0)
  document.body.innerHTML = '<a href="/en/articles/tabs">link</a>'
  tab.click(document.querySelector('a')!)
  expect(calls).toHaveLength(1)
})

test.each([
  ['nobody has chosen', new FakeBrowser()],
  ['the reader has refused', grantedBrowser()],
])('while %s no engine is loaded for what the reader does on a page', async (_, browser) => {
  if (browser.cookies.size > 0) browser.cookies.set('help_choice', 'refused')
  const { loads, calls } = engineOnCall()
  const tab = openArticle(browser, loads)
  await browser.advance(10_000)
  tab.scroll()
  tab.engine.vote(1)
  tab.press(document.body, 'a')
  await browser.advance(10_000)
  expect([calls.length, browser.requests, tab.session.items.size]).toEqual([0, 0, 0])
})

test('when the engine cannot be loaded the article is counted and delivered all the same, and the next click tries again', async () => {
  const browser = grantedBrowser()
  const asked = jest.fn(() => Promise.reject(new TypeError('Failed to fetch')))
  const told = jest.spyOn(console, 'error').mockImplementation(() => {})
  const tab = openArticle(browser, asked as Loads)
  await browser.advance(5_000)
  expect(browser.received.map(({ name }) => name)).toEqual(['help.article.open'])
  expect(asked).toHaveBeenCalledTimes(1)
  expect(told.mock.calls).toEqual([[expect.stringMatching(/^\[helptally\].*Serve all chunks/), expect.any(TypeError)]])
  document.body.innerHTML = '<a href="/en/articles/tabs">link</a>'
  tab.click(document.querySelector('a')!)
  expect(asked).toHaveBeenCalledTimes(2)
  await browser.advance(0)
  told.mockRestore()
})

test('a session that ended while the page slept is over at the first look, engine or not', async () => {
  const browser = grantedBrowser()
  const { loads, calls } = engineOnCall()
  const tab = openArticle(browser, loads)
  await browser.advance(100)
  tab.setHidden(true)
  browser.stall(6 * 60_000)
  tab.setHidden(false)
  expect([tab.state.session, calls.length]).toEqual([null, 1])
})

test('what is under way when the engine comes is not sent again, and goes from the journal once it has arrived', async () => {
  const browser = grantedBrowser()
  const { loads, calls } = engineOnCall()
  browser.answer = () => browser.wait(3_000).then(() => ({ status: 202 }))
  const tab = openArticle(browser, loads)
  await browser.advance(1_500)
  document.body.innerHTML = '<a href="/en/articles/tabs">link</a>'
  tab.click(document.querySelector('a')!)
  calls[0]!()
  await browser.advance(20_000)
  expect([browser.received.length, browser.copies, browser.journal!.size]).toEqual([1, 0, 0])
})

test('what the collector turned away goes again, with the engine or on the way out', async () => {
  for (const leaves of [true, false]) {
    const browser = grantedBrowser()
    const { loads, calls } = engineOnCall()
    const replies = [{ status: 503 }, { status: 202 }]
    browser.answer = async () => replies.shift()!
    const tab = openArticle(browser, loads)
    await browser.advance(1_100)
    if (leaves) tab.leave()
    else calls[0]!()
    await browser.advance(3_000)
    expect(browser.received.map(({ seq }) => seq)).toEqual([1])
  }
})

test.each(['the engine has come', 'the reader has refused'])(
  'nothing stands by with the browser for a request that fails after %s',
  async (after) => {
    const browser = grantedBrowser()
    const { loads, calls } = engineOnCall()
    const standing = new Set<string>()
    const tab = browser.openTab('/en/articles/idle', {
      ...FROM_ELSEWHERE,
      loads,
      ports: (usual) => ({
        ...usual,
        sendLater(_url, body) {
          standing.add(body)
          return () => standing.delete(body)
        },
      }),
    })
    const replies = [browser.wait(3_000).then(() => ({ status: 503 }))]
    browser.answer = async () => replies.shift() ?? { status: 202 }
    await browser.advance(1_500)
    tab.press(document.body, 'a')
    if (after === 'the reader has refused') tab.engine.setConsent('refused')
    else {
      document.body.innerHTML = '<a href="/en/articles/tabs">link</a>'
      tab.click(document.querySelector('a')!)
      calls[0]!()
    }
    await browser.advance(20_000)
    expect(standing.size).toBe(0)
    expect(browser.received.length).toBe(after === 'the reader has refused' ? 0 : 1)
  },
)

test('a refusal in another tab is followed before the engine has come', async () => {
  const browser = grantedBrowser()
  const { loads } = engineOnCall()
  const tab = openArticle(browser, loads)
  const other = openArticle(browser, loads)
  await browser.advance(100)
  other.engine.setConsent('refused')
  await browser.advance(0)
  expect([tab.state.consent, tab.session.items.size, browser.local.items.size]).toEqual(['refused', 0, 0])
  await browser.advance(10_000)
  expect([browser.requests, browser.locks!.size, browser.journal!.size]).toEqual([0, 0, 0])
})

test('where tabs cannot talk a refusal in another tab is found by whoever next has something to tell', async () => {
  for (const does of ['hide', 'leave', 'vote'] as const) {
    const browser = grantedBrowser()
    browser.hasChannels = false
    const tab = openArticle(browser, engineOnCall().loads)
    await browser.advance(100)
    browser.cookies.set('help_choice', 'refused')
    if (does === 'hide') tab.setHidden(true)
    if (does === 'leave') tab.leave()
    if (does === 'vote') tab.engine.vote(1)
    await browser.advance(10_000)
    expect([browser.requests, tab.session.items.size, browser.journal!.size]).toEqual([0, 0, 0])
  }
})

test.each([
  ['a browser without the Navigation API', { lacksNavigationApi: true }],
  ['a page out of a prerender', { prerendering: true }],
])('%s, on which a reader refuses and then consents, counts from then on', async (_, how) => {
  const browser = grantedBrowser()
  browser.cookies.set('help_choice', 'refused')
  const tab = browser.openTab('/en/articles/idle', { ...FROM_ELSEWHERE, ...how })
  await browser.advance(1_000)
  if (tab.prerendering) tab.activate()
  await browser.advance(1_000)
  expect([tab.state.consent, browser.requests]).toEqual(['refused', 0])
  tab.engine.setConsent('granted')
  await browser.advance(6_000)
  expect(browser.received.map(({ name }) => name)).toEqual(['help.article.open'])
})

test('a cookie that goes missing before the engine has come changes nothing', async () => {
  const browser = grantedBrowser()
  const { loads, calls } = engineOnCall()
  const tab = openArticle(browser, loads)
  await browser.advance(100)
  browser.cookies.clear()
  await browser.advance(2_000)
  expect([tab.state.consent, browser.received.length, calls.length]).toEqual(['granted', 1, 1])
})

test('a page that can reach nobody tries again by itself', async () => {
  const browser = grantedBrowser()
  const told = jest.spyOn(console, 'error').mockImplementation(() => {})
  const usual = browser.answer
  browser.answer = () => Promise.reject(new TypeError('Failed to fetch'))
  const asked = jest.fn(() => Promise.reject(new TypeError('Failed to fetch')))
  openArticle(browser, asked as Loads)
  await browser.advance(5_000)
  browser.answer = usual
  await browser.advance(30_000)
  expect([browser.received.length, asked.mock.calls.length, told.mock.calls.length]).toEqual([1, 2, 1])
  told.mockRestore()
})

test('a page that is left before its engine has come tells what it has counted, and the next document goes on with it', async () => {
  const browser = grantedBrowser()
  const { loads } = engineOnCall()
  const tab = openArticle(browser, loads)
  await browser.advance(200)
  tab.engine.vote(1)
  await browser.advance(200)
  tab.scroll()
  const actedAt = browser.now
  await browser.advance(200)
  tab.leave()
  tab.vanish()
  await browser.advance(0)
  expect(browser.received.map(({ name, seq, activeAt }) => [name, seq, activeAt])).toEqual([
    ['help.article.open', 1, null],
    ['help.feedback.vote', 2, actedAt - 400],
    ['help.article.progress', 3, actedAt],
  ])
  const next = browser.openTab('/en/articles/tabs', { store: tab.session, referrer: tab.url.href })
  await browser.advance(6_000)
  expect(next.state.session?.id).toBe(browser.received[0]!.id)
  expect(browser.received.at(-1)).toMatchObject({ seq: 4, sessionId: browser.received[0]!.id })
})
