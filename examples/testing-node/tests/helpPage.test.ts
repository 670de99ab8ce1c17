import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { expectSessions, helpHandlers, startHelpInTests } from '@helptally/testing'
import { screen, waitFor } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { setupServer } from 'msw/node'
import { drawHelpPage } from '../helpPage.ts'

const help = helpHandlers()
const server = setupServer(...help.handlers)
before(() => server.listen())
after(() => server.close())
afterEach(() => help.clear())
beforeEach(() => {
  history.replaceState(null, '', '/en')
  drawHelpPage({ install: 'Install it', billing: 'Pay your bill' })
})

test('a click on an article is one session', async () => {
  startHelpInTests({ site: 'docs', articles: '/:locale/articles/:slug', home: '/:locale', consent: 'granted' })
  await userEvent.click(screen.getByRole('link', { name: 'Pay your bill' }))

  await waitFor(() => expectSessions(help, [{ entry: 'article_click', article: 'billing', via: 'home' }]), {
    timeout: 20_000,
  })
  assert.deepEqual(help.rejected, [])
})

test('before the reader has chosen nothing is sent', async () => {
  startHelpInTests({ site: 'docs', articles: '/:locale/articles/:slug', home: '/:locale' })
  await userEvent.click(screen.getByRole('link', { name: 'Pay your bill' }))

  assert.equal(location.pathname, '/en/articles/billing')
  assert.deepEqual([help.events, document.cookie], [[], ''])
})
