/** @jest-environment jest-fixed-jsdom */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
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

describe('after the vote', () => {
  const why = () => screen.queryByRole('group', { name: 'Why is that?' })

  test('a reason and a comment may be told, and then the reader is thanked where the focus is', async () => {
    render(<ArticleFeedback />, { wrapper: onArticle('idle') })
    expect(why()).toBeNull()
    await userEvent.click(no())
    await userEvent.click(screen.getByRole('radio', { name: 'It is out of date' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'What would you like to add?' }), ' The picture is old. ')
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    expect(engine.more).toEqual([{ reason: 'outdated', comment: 'The picture is old.' }])
    expect(engine.votes).toEqual([-1, -1])
    expect(why()).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('status'))
    expect(thanks()).toBe('Thank you for telling us more.')
  })

  test('one of the two is enough, and neither is no more than the vote', async () => {
    render(<ArticleFeedback />, { wrapper: onArticle('idle') })
    await userEvent.click(yes())
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    expect(engine.more).toEqual([])
    await userEvent.type(screen.getByRole('textbox'), 'Good')
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    expect(engine.more).toEqual([{ comment: 'Good' }])
  })

  test('whoever changes the vote is asked for other reasons, and may tell more again', async () => {
    render(<ArticleFeedback />, { wrapper: onArticle('idle') })
    await userEvent.click(yes())
    await userEvent.click(screen.getByRole('radio', { name: 'It is clear' }))
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await userEvent.click(no())
    expect(screen.queryByRole('radio', { name: 'It is clear' })).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: 'Something is missing' }))
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    expect(engine.more).toEqual([{ reason: 'clear' }, { reason: 'incomplete' }])
  })

  test('all of it can be done by keyboard, in the words of the site', async () => {
    render(<ArticleFeedback messages={{ why: '¿Por qué?', send: 'Enviar' }} />, { wrapper: onArticle('idle') })
    await userEvent.tab()
    await userEvent.keyboard(' ')
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.keyboard(' ')
    await userEvent.tab()
    await userEvent.keyboard('Gracias')
    await userEvent.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Enviar' }))
    await userEvent.keyboard('{Enter}')
    expect(engine.more).toEqual([{ reason: 'answered', comment: 'Gracias' }])
  })

  test('a site that wants the vote alone asks for no more', async () => {
    render(<ArticleFeedback ask="vote" />, { wrapper: onArticle('idle') })
    await userEvent.click(no())
    expect(why()).toBeNull()
  })
})

test('without an engine the reader is thanked all the same', async () => {
  takeEngineOffPage()
  render(<ArticleFeedback />, { wrapper: onArticle('idle') })
  await userEvent.click(no())
  expect(thanks()).not.toBe('')
})
