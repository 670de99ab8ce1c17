import { helpHandlers, startHelpInTests } from '@helptally/testing'
import { screen, waitFor } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { drawHelpPage } from '../helpPage.js'

const help = helpHandlers()
const server = setupServer(...help.handlers)
beforeAll(() => server.listen())
afterAll(() => server.close())
afterEach(() => help.clear())
beforeEach(() => {
  history.replaceState(null, '', '/en')
  drawHelpPage({ install: 'Install it', billing: 'Pay your bill' })
})

test('a click on an article is one session', async () => {
  startHelpInTests({ site: 'docs', articles: '/:locale/articles/:slug', home: '/:locale', consent: 'granted' })
  await userEvent.click(screen.getByRole('link', { name: 'Pay your bill' }))

  await waitFor(() => expect(help).toHaveCountedSessions([{ entry: 'article_click', via: 'home' }]), {
    timeout: 20_000,
  })
  expect(help).toHaveCountedSession({ article: 'billing' })
  expect(help.rejected).toEqual([])
})

test('before the reader has chosen nothing is sent', async () => {
  startHelpInTests({ site: 'docs', articles: '/:locale/articles/:slug', home: '/:locale' })
  await userEvent.click(screen.getByRole('link', { name: 'Pay your bill' }))

  expect(location.pathname).toBe('/en/articles/billing')
  expect([help.events, document.cookie]).toEqual([[], ''])
})
