import { help } from '@helptally/core'
import { afterEach, expect, jest, test } from '@jest/globals'
import { tapPorts } from '../../src/devtools/tapPorts.js'
import { REDIRECT_MS } from '../../src/passing.js'
import { grantedBrowser } from '../support/granted.js'
import { overheardTab } from '../support/overheardTab.js'
import { collectorIsAway, FROM_ELSEWHERE } from '../support/unsent.js'

afterEach(() => {
  jest.restoreAllMocks()
  document.body.innerHTML = ''
})

test('an article is noted as it is told, sent and acknowledged', async () => {
  const browser = grantedBrowser()
  const { said, look } = await overheardTab(browser, '/en/articles/idle')
  expect(said()).toEqual([['help.article.open', 'started', 'waiting']])
  expect(look().notes[0]!.about).toBe('idle · direct_link · external')
  let answer = () => {}
  browser.answer = () => new Promise((resolve) => (answer = () => resolve({ status: 202 })))
  await browser.advance(2_000)
  expect(said()).toEqual([['help.article.open', 'started', 'sent']])
  answer()
  await browser.advance(0)
  expect(said()).toEqual([['help.article.open', 'started', 'acknowledged']])
})

test('another article continues the session, a vote postpones its end, and a list that was seen does neither', async () => {
  const browser = grantedBrowser()
  const { tab, said } = await overheardTab(browser, '/en/articles/idle')
  await tab.follow('/en/articles/tabs')
  await browser.advance(REDIRECT_MS)
  tab.engine.vote(1)
  tab.engine.track({ name: 'help.suggestion.view', listId: 'next', items: 3 })
  await browser.advance(0)
  expect(said().map(([name, decision]) => [name, decision])).toEqual(
    expect.arrayContaining([
      ['intent', 'opened'],
      ['help.article.open', 'continued'],
      ['help.feedback.vote', 'kept'],
      ['help.suggestion.view', 'noted'],
    ]),
  )
})

test('a search that opens nothing is an orphan', async () => {
  const browser = grantedBrowser()
  const { tab, said } = await overheardTab(browser, '/en')
  tab.engine.showResults({ query: 'refund', results: 0 })
  await browser.advance(2_000)
  expect(said()).toEqual([['help.search.submit', 'orphan_search', 'acknowledged']])
})

test('a search whose option was chosen is no orphan', async () => {
  const browser = grantedBrowser()
  const { tab, look } = await overheardTab(browser, '/en')
  document.body.innerHTML = `
    <div data-help-search><input aria-activedescendant="first"><ul role="listbox">
      <li role="option" id="first"><a href="/en/articles/idle">Idle</a></li>
    </ul></div>`
  tab.engine.showResults({ query: 'idle', results: 1 })
  tab.press(document.querySelector('input')!, 'Enter')
  expect(look().notes.map(({ name, decision }) => [name, decision])).toContainEqual(['intent', 'intended'])
  await tab.route('/en/articles/idle')
  await browser.advance(REDIRECT_MS)
  expect(look().notes.map(({ name, decision }) => [name, decision])).toEqual([
    ['help.article.open', 'started'],
    ['help.search.submit', 'opened'],
    ['intent', 'opened'],
  ])
})

test('a click that no article follows opened nothing, and one on another page of the site is none', async () => {
  const browser = grantedBrowser()
  const { tab, said } = await overheardTab(browser, '/en')
  document.body.innerHTML = '<a href="/en/articles/idle">article</a><a href="/en/about">page</a>'
  for (const link of document.querySelectorAll('a')) tab.click(link)
  expect(said()).toEqual([['intent', 'intended']])
  await browser.advance(60_000)
  expect(said()).toEqual([['intent', 'opened_nothing']])
})

test('a click that opens another tab is noted as that', async () => {
  const browser = grantedBrowser()
  const { tab, said } = await overheardTab(browser, '/en')
  document.body.innerHTML = '<a href="/en/articles/idle">article</a>'
  tab.middleClick(document.querySelector('a')!)
  expect(said()).toEqual([['intent', 'opened_elsewhere']])
})

test('the end is where the rulebook says, moves with what the reader does, and is noted with its own date', async () => {
  const browser = grantedBrowser()
  const { tab, look, said } = await overheardTab(browser, '/en/articles/idle')
  const startedAt = browser.now
  expect(look()).toMatchObject({ lastAt: startedAt, endsAt: startedAt + help.idleMs })
  await browser.advance(10_400)
  tab.scroll()
  tab.scroll()
  const lastAt = browser.now
  expect(look()).toMatchObject({ lastAt, endsAt: lastAt + help.idleMs })
  await browser.advance(help.idleMs + 5_000)
  expect(tab.state.session).toBeNull()
  expect(look()).toMatchObject({ lastAt: null, endsAt: null })
  expect(said().at(-1)).toEqual(['session', 'ended'])
  expect(look().notes[0]!.at).toBe(lastAt + help.idleMs)
})

test('who comes back too late postpones nothing', async () => {
  const browser = grantedBrowser()
  const { tab, look } = await overheardTab(browser, '/en/articles/idle')
  await browser.advance(5_000)
  browser.stall(help.idleMs)
  tab.scroll()
  await browser.advance(0)
  expect(look().endsAt).toBeNull()
})

test('without storage the end is known all the same', async () => {
  const browser = grantedBrowser()
  const { tab, look, said } = await overheardTab(browser, '/en/articles/idle', {
    ports: (usual) => ({ ...usual, sessionStore: null, journal: null }),
  })
  await browser.advance(3_000)
  expect(tab.state.degraded).toContain('storage')
  tab.scroll()
  expect(look().endsAt).toBe(browser.now + help.idleMs)
  expect(said()).toEqual([['help.article.open', 'started', 'acknowledged']])
})

test('what the collector has turned away says why', async () => {
  const browser = grantedBrowser()
  const id = () => look().notes[0]!.id
  browser.answer = async () => ({ status: 202, rejected: [{ id: id(), reason: 'too late' }] }) as never
  const { look } = await overheardTab(browser, '/en/articles/idle')
  await browser.advance(3_000)
  expect(look().notes[0]!.delivery).toEqual({ state: 'rejected', reason: 'too late' })
})

test('what nobody has answered waits again, and arrives later', async () => {
  const browser = grantedBrowser()
  const collector = collectorIsAway(browser)
  const { look } = await overheardTab(browser, '/en/articles/idle')
  await browser.advance(2_000)
  expect(look().notes[0]!.delivery).toEqual({ state: 'failed', status: null })
  collector.back()
  await browser.advance(60_000)
  expect(look().notes.at(-1)!.delivery).toEqual({ state: 'acknowledged' })
})

test('a refusal leaves nothing to be read', async () => {
  const browser = grantedBrowser()
  const { tab, look } = await overheardTab(browser, '/en/articles/idle')
  tab.engine.setConsent('refused')
  expect(look()).toMatchObject({ notes: [], lastAt: null, endsAt: null })
})

test('a tap that throws costs no event', async () => {
  const complained = jest.spyOn(console, 'error').mockImplementation(() => {})
  const browser = grantedBrowser()
  const fail = () => {
    throw new Error('the overlay')
  }
  browser.openTab('/en/articles/idle', {
    ...FROM_ELSEWHERE,
    ports: (usual) => tapPorts(usual, { told: fail, posted: fail, answered: fail }),
  })
  await browser.advance(3_000)
  expect(browser.received).toMatchObject([{ name: 'help.article.open', seq: 1 }])
  expect(complained).toHaveBeenCalledTimes(1)
})
