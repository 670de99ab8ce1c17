/** @jest-environment jest-fixed-jsdom */

import { afterEach, describe, expect, test } from '@jest/globals'
import { type SimulatedHelp, type SimulateOptions, simulateHelp } from '../src/index.js'

const helps: SimulatedHelp[] = []
afterEach(() => {
  for (const help of helps.splice(0)) help.stop()
})

function simulate(options: Partial<SimulateOptions> = {}): SimulatedHelp {
  const help = simulateHelp({ site: 'docs', articles: '/:locale/articles/:slug', home: '/:locale', ...options })
  helps.push(help)
  return help
}
const entriesOf = (help: SimulatedHelp) => help.sessions().map(({ opening: { entry, via } }) => [entry, via])
const INSTALL = '/en/articles/install'
const BILLING = '/en/articles/billing'

describe('how an article is opened', () => {
  test.each([
    [
      'a click on the home page',
      ['article_click', 'home'],
      async (help: SimulatedHelp) => (await help.openTab('/en')).click(INSTALL),
    ],
    ['a typed address', ['direct_link', 'external'], (help: SimulatedHelp) => help.openTab(INSTALL)],
    [
      'Enter on an option',
      ['search_enter', 'search_result'],
      async (help: SimulatedHelp) => (await help.openTab('/en')).search('bill').enter(BILLING),
    ],
    [
      'a click on an option',
      ['article_click', 'search_result'],
      async (help: SimulatedHelp) => (await help.openTab('/en')).search('bill').click(BILLING),
    ],
    [
      'a click on a suggestion',
      ['article_click', 'suggestion'],
      async (help: SimulatedHelp) => (await help.openTab('/en')).click(INSTALL, { via: 'suggestion' }),
    ],
    [
      'a click on a site without a router',
      ['article_click', 'home'],
      async (help: SimulatedHelp) => (await help.openTab('/en')).click(INSTALL, { nav: 'load' }),
    ],
  ] as const)('%s is %j', async (_, counted, open) => {
    const help = simulate()
    await open(help)
    expect(entriesOf(help)).toEqual([counted])
    expect(help.rejected).toEqual([])
  })

  test('a link of a page that the test has drawn itself counts as what its marks say', async () => {
    const help = simulate()
    const tab = await help.openTab('/en')
    document.body.innerHTML = `<aside data-help-via="suggestion"><a href="${INSTALL}"><b>Install</b></a></aside>`
    await tab.click(document.querySelector('b')!)
    document.body.innerHTML = ''
    expect(tab.path).toBe(INSTALL)
    expect(help).toHaveCountedSession({ via: 'suggestion', article: 'install' })
  })

  test('a search that opens no article is no session', async () => {
    const help = simulate()
    await (await help.openTab('/en')).search('bill')
    expect(help).toHaveCountedSessions(0)
    expect(help.events).toMatchObject([{ name: 'help.search.submit', query: 'bill' }])
  })
})

describe('time', () => {
  test.each([
    ['4m59.999s', 1],
    ['4:59.999', 1],
    ['5m', 2],
    [300_000, 2],
    ['5m1s', 2],
  ])('passes to the millisecond: another article %s after the first makes %i', async (length, sessions) => {
    const help = simulate()
    const tab = await help.openTab('/en')
    await tab.click(INSTALL)
    await help.advance(length)
    await tab.click(BILLING)
    expect(help).toHaveCountedSessions(sessions)
  })

  test('is that of all tabs, and each counts for itself', async () => {
    const help = simulate()
    const first = await help.openTab(INSTALL)
    await help.advance('3m')
    const second = await first.openInNewTab(BILLING)
    await help.advance('4m')
    await second.scroll()
    await help.advance('2m')
    expect(help).toHaveCountedSessions([
      { entry: 'direct_link', isOpen: false },
      { entry: 'article_click', via: 'in_article', isOpen: true },
    ])
  })

  test('goes on in parts', async () => {
    const help = simulate()
    await help.openTab(INSTALL)
    await help.advance('4m')
    await help.advance('59.999s')
    expect(help).toHaveCountedSession({ isOpen: true })
    await help.advance(1)
    expect(help).toHaveCountedSession({ isOpen: false })
    expect(help.now() - help.startedAt).toBe(300_000)
  })

  test.each(['5', 'soon', '', '5m 1s', -1, 0.5])('is no %j', async (length) => {
    await expect(simulate().advance(length)).rejects.toThrow(/^\[helptally\] Expected a length of time such as '5m1s'/)
  })
})

describe('acts', () => {
  test('happen one after the other, awaited or not', async () => {
    const help = simulate()
    const tab = await help.openTab('/en')
    void tab.click(INSTALL)
    void help.advance('5m')
    await tab.click(BILLING)
    expect(help).toHaveCountedSessions([{ article: 'install' }, { article: 'billing' }])
  })

  test('have to be awaited before anybody counts', async () => {
    const help = simulate()
    const opened = help.openTab(INSTALL)
    expect(() => help.sessions()).toThrow(/^\[helptally\] .* Await each of them/)
    await opened
    expect(help).toHaveCountedSessions(1)
  })

  test('are refused by a tab that is closed, and a tab that is brought back goes on', async () => {
    const help = simulate()
    const tab = await help.openTab(INSTALL)
    await tab.close()
    expect(tab.isOpen).toBe(false)
    await expect(tab.scroll()).rejects.toThrow(
      '[helptally] Expected an open tab, got one that was closed, at /en/articles/install.',
    )
    await tab.reopen()
    await tab.click(BILLING)
    expect(help).toHaveCountedSessions([{ articles: 3 }])
  })

  test('may be all that a reader does', async () => {
    const help = simulate()
    const tab = await help.openTab('/en')
    await tab.click(INSTALL)
    await tab.vote(1)
    await tab.tell({ name: 'help.contact.start', method: 'form' })
    await tab.reload()
    await tab.hide()
    await tab.look()
    await tab.goTo(BILLING)
    await tab.goBack()
    await tab.show('/en')
    expect(help.rejected).toEqual([])
    expect(help).toHaveCountedSessions([{ entry: 'article_click', articles: 4, isOpen: true }])
    expect(help.events.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['help.feedback.vote', 'help.contact.start', 'help.article.leave']),
    )
  })
})

test('a collector that fails loses nothing', async () => {
  const help = simulate()
  for (let request = 0; request < 20; request++) help.failNext(503)
  await help.openTab(INSTALL)
  expect(help).toHaveCountedSessions(0)
  await help.advance('1m')
  expect(help).toHaveCountedSessions(1)
})
