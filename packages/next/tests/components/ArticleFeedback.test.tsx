/** @jest-environment jest-fixed-jsdom */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime.js'
import { ArticleFeedback } from '../../src/index.js'
import { putEngineOnPage, type RecordingEngine, takeEngineOffPage } from './engineOnPage.js'
import { withRouter } from './withRouter.js'

let engine: RecordingEngine
beforeEach(() => {
  engine = putEngineOnPage()
})
afterEach(takeEngineOffPage)

const yes = () => screen.getByRole('button', { name: 'Yes' })
const no = () => screen.getByRole('button', { name: 'No' })
const thanks = () => screen.getByRole('status').textContent

const onArticle = (slug: string) => withRouter({ visited: [], pathname: `/en/articles/${slug}` })

test('a vote is counted once and thanked for', async () => {
  render(<ArticleFeedback />, { wrapper: onArticle('idle') })
  expect(thanks()).toBe('')
  await userEvent.click(yes())
  await userEvent.click(yes())
  expect(engine.votes).toEqual([1])
  expect(thanks()).toBe('Thank you. You can change your answer.')
})

test('a reader can change the vote, by keyboard too', async () => {
  render(<ArticleFeedback />, { wrapper: onArticle('idle') })
  await userEvent.tab()
  await userEvent.keyboard(' ')
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(engine.votes).toEqual([1, -1])
  expect(yes().getAttribute('aria-pressed')).toBe('false')
  expect(no().getAttribute('aria-pressed')).toBe('true')
})

test('the question names the region that the buttons stand in', () => {
  render(<ArticleFeedback messages={{ question: '¿Te ayudó?' }} />, { wrapper: onArticle('idle') })
  expect(screen.getByRole('region', { name: '¿Te ayudó?' }).contains(yes())).toBe(true)
})

test('the next article asks anew, even when a layout keeps the question', async () => {
  const layoutOf = (slug: string) => (
    <PathnameContext.Provider value={`/en/articles/${slug}`}>
      <ArticleFeedback />
    </PathnameContext.Provider>
  )
  const { rerender } = render(layoutOf('idle'))
  await userEvent.click(yes())
  rerender(layoutOf('idle'))
  expect(yes().getAttribute('aria-pressed')).toBe('true')
  rerender(layoutOf('tabs'))
  expect(yes().getAttribute('aria-pressed')).toBe('false')
  expect(thanks()).toBe('')
})

test('without an engine the reader is thanked all the same', async () => {
  takeEngineOffPage()
  render(<ArticleFeedback />, { wrapper: onArticle('idle') })
  await userEvent.click(no())
  expect(thanks()).not.toBe('')
})
