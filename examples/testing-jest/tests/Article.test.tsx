import { helpHandlers, startHelpInTests } from '@helptally/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { setupServer } from 'msw/node'
import { Article } from '../components/Article'

const help = helpHandlers()
const server = setupServer(...help.handlers)
beforeAll(() => server.listen())
afterAll(() => server.close())
beforeEach(() => history.replaceState(null, '', '/en/articles/install'))
afterEach(() => {
  cleanup()
  help.clear()
})

test('a vote on the article is part of its session', async () => {
  startHelpInTests({ site: 'docs', articles: '/:locale/articles/:slug', home: '/:locale', consent: 'granted' })
  render(<Article title="Install it" text="Open the box." />)
  await userEvent.click(screen.getByRole('button', { name: /yes/i }))

  await waitFor(() => expect(help.events.map(({ name }) => name)).toContain('help.feedback.vote'), { timeout: 20_000 })
  expect(help).toHaveCountedSessions([{ entry: 'direct_link', article: 'install' }])
  expect(help.sessions()[0]?.events.map(({ name }) => name)).toContain('help.feedback.vote')
  expect(help.rejected).toEqual([])
})

test('before the reader has chosen nothing is sent', async () => {
  startHelpInTests({ site: 'docs', articles: '/:locale/articles/:slug', home: '/:locale' })
  render(<Article title="Install it" text="Open the box." />)
  await userEvent.click(screen.getByRole('button', { name: /yes/i }))

  expect([help.events, document.cookie]).toEqual([[], ''])
})
