/** @jest-environment jest-fixed-jsdom */

import { findHelp, startHelp } from '@helptally/browser'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { setupServer } from 'msw/node'
import { helpHandlers, resetHelp, startHelpInTests } from '../src/index.js'
import { until } from './support/until.js'

const help = helpHandlers()
const server = setupServer(...help.handlers)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  help.clear()
  jest.useRealTimers()
})
afterAll(() => server.close())

/** A help center as small as it gets: a link that opens an article without a load. */
beforeEach(() => {
  history.replaceState(null, '', '/')
  document.body.innerHTML = '<a href="/articles/reset-password">Reset your password</a>'
  document.querySelector('a')!.addEventListener('click', (click) => {
    click.preventDefault()
    history.pushState(null, '', '/articles/reset-password')
  })
})

const start = () => startHelpInTests({ site: 'docs', articles: '/articles/:slug', consent: 'granted' })!
const isReady = () => findHelp()?.store.getState().status === 'ready'

async function readAnArticle(): Promise<void> {
  start()
  await until('the engine counts', isReady)
  document.querySelector('a')!.click()
  await until('the opening has arrived', () => help.events.length > 0)
}

describe('a site under test', () => {
  test('sees a click on an article counted as a session', async () => {
    await readAnArticle()
    expect(help.rejected).toEqual([])
    expect(help.sessions()).toMatchObject([
      { opening: { entry: 'article_click', via: 'home', article: { id: 'reset-password' } }, endedAt: null },
    ])
  })

  test('sees a vote arrive in the session', async () => {
    await readAnArticle()
    findHelp()!.vote(1)
    await until('the vote has arrived', () => help.events.length === 2)
    expect(help.sessions()[0]!.events.map(({ name }) => name)).toEqual(['help.article.open', 'help.feedback.vote'])
  })

  test('loses nothing when the collector fails once', async () => {
    help.failNext(503)
    await readAnArticle()
    expect(help.sessions()).toHaveLength(1)
  })

  test('sees a second session, linked to the first, for an article opened after five idle minutes', async () => {
    jest.useFakeTimers({ advanceTimers: true })
    await readAnArticle()
    await jest.advanceTimersByTimeAsync(5 * 60 * 1000)
    history.replaceState(null, '', '/')
    await until('the article is gone', () => findHelp()!.store.getState().article === null)
    document.querySelector('a')!.click()
    await until('the second opening has arrived', () => help.events.length > 1)
    const [first, second] = help.sessions()
    expect(first).toMatchObject({ reason: 'idle', endedAt: first!.lastAt + 5 * 60 * 1000 })
    expect(second).toMatchObject({ previousId: first!.id, endedAt: null })
  }, 20_000)

  test('sends nothing before the reader has chosen', async () => {
    startHelpInTests({ site: 'docs', articles: '/articles/:slug' })
    document.querySelector('a')!.click()
    window.dispatchEvent(new Event('pagehide'))
    expect(findHelp()!.store.getState()).toMatchObject({ consent: 'unknown', status: 'off' })
    expect([help.events, sessionStorage.length, localStorage.length, document.cookie]).toEqual([[], 0, 0, ''])
  })
})

test.each(['real', 'fake'] as const)('with %s timers the engine of a page runs, vitals included', async (timers) => {
  if (timers === 'fake') jest.useFakeTimers({ advanceTimers: true })
  const asked = jest.spyOn(performance, 'getEntriesByType')
  startHelp({ site: 'docs', articles: '/articles/:slug', consent: 'granted' })
  await until('vitals have looked for the navigation', () => asked.mock.calls.length > 2)
  asked.mockRestore()
  await until('the page counts', () => findHelp()!.store.getState().status === 'ready')
})

describe('between two tests', () => {
  test('first, one leaves an engine, a session, a choice and an event that waits', async () => {
    await readAnArticle()
    findHelp()!.setConsent('granted')
    findHelp()!.vote(1)
    expect([sessionStorage.length, localStorage.length]).toEqual([1, 1])
    expect(document.cookie).toBe('help_choice=granted')
  })

  test('then the next finds no engine, no storage, no cookie and no event', () => {
    expect(findHelp()).toBeUndefined()
    expect([sessionStorage.length, localStorage.length, document.cookie]).toEqual([0, 0, ''])
    expect(help.events).toEqual([])
  })

  test('and a reader who starts again is another visitor in another tab', async () => {
    await readAnArticle()
    const { tabId, visitorId } = help.events[0]!
    const before = { tabId, visitorId }
    resetHelp()
    help.clear()
    history.replaceState(null, '', '/')
    await readAnArticle()
    expect(help.events[0]!.tabId).not.toBe(before.tabId)
    expect(help.events[0]!.visitorId).not.toBe(before.visitorId)
    expect(help.sessions()).toMatchObject([{ previousId: null }])
  })
})
