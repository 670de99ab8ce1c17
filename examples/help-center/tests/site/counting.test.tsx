/** @jest-environment jest-fixed-jsdom */

import { ArticleFeedback, findHelp } from '@helptally/next'
import { helpHandlers, startHelpInTests } from '@helptally/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { setupServer } from 'msw/node'
import { Consent } from '../../components/Consent'
import { wordsFor } from '../../lib/words'

const help = helpHandlers()
const server = setupServer(...help.handlers)

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())
beforeEach(() => history.replaceState(null, '', '/en/articles/idle'))
afterEach(() => {
  cleanup()
  help.clear()
})

const start = () => startHelpInTests({ site: 'docs', articles: '/:locale/articles/:slug', home: '/:locale' })
const words = wordsFor('en')

test('a reader who accepts the banner on an article is counted, from then on', async () => {
  start()
  render(<Consent locale="en" />)
  expect(help.events).toEqual([])
  await userEvent.click(await screen.findByRole('button', { name: words.consent.accept }))
  await waitFor(() => expect(help.sessions()).toHaveLength(1), { timeout: 5_000 })
  expect(help.sessions()[0]!.opening).toMatchObject({ entry: 'direct_link', article: { id: 'idle', lang: 'en' } })
  expect(screen.queryByRole('button')).toBeNull()
})

test('a reader who refuses leaves one cookie and no event', async () => {
  start()
  render(<Consent locale="en" />)
  await userEvent.click(await screen.findByRole('button', { name: words.consent.refuse }))
  expect(document.cookie).toBe('help_choice=refused')
  expect(findHelp()!.store.getState()).toMatchObject({ consent: 'refused', status: 'off' })
  expect([help.events, sessionStorage.length, localStorage.length]).toEqual([[], 0, 0])
})

test('a vote on the article reaches the collector inside the session', async () => {
  start()!.setConsent('granted')
  render(<ArticleFeedback messages={words.feedback} />)
  await userEvent.click(screen.getByRole('button', { name: words.feedback.yes }))
  await waitFor(() => expect(help.events).toHaveLength(2), { timeout: 5_000 })
  const [session] = help.sessions()
  expect(session!.events.map(({ name }) => name)).toEqual(['help.article.open', 'help.feedback.vote'])
  expect(help.rejected).toEqual([])
})
