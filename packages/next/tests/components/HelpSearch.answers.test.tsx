/** @jest-environment jest-fixed-jsdom */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { HelpSearch, type SearchHit } from '../../src/index.js'
import { putEngineOnPage, type RecordingEngine, takeEngineOffPage } from './engineOnPage.js'
import { field, findThree, IDLE, list, optionTitles, showSearchBar, TABS } from './searchBar.js'
import { withRouter } from './withRouter.js'

let engine: RecordingEngine
beforeEach(() => {
  engine = putEngineOnPage()
})
afterEach(takeEngineOffPage)

/** A search whose answers come when the test says so. */
function slowSearch() {
  const waiting = new Map<string, PromiseWithResolvers<readonly SearchHit[]>>()
  const search = (query: string) => {
    const answer = Promise.withResolvers<readonly SearchHit[]>()
    waiting.set(query, answer)
    return answer.promise
  }
  const answer = (query: string, hits: readonly SearchHit[]) => act(async () => waiting.get(query)?.resolve(hits))
  const fail = (query: string) => act(async () => waiting.get(query)?.reject(new Error('no index')))
  return { search, answer, fail }
}

const status = () => screen.getByRole('status').textContent

describe('what the reader is told', () => {
  test('how many articles were found', async () => {
    const { user } = showSearchBar()
    await user.type(field(), 'idle')
    expect(status()).toBe('3 articles found')
  })

  test('that none was found, for which words', async () => {
    const { user } = showSearchBar()
    await user.type(field(), 'bread')
    expect(status()).toBe('No article found for “bread”')
    expect(list()).toBeNull()
    expect(field().getAttribute('aria-expanded')).toBe('false')
  })

  test('that the search failed, whether it throws or rejects', async () => {
    const { user } = showSearchBar({
      search: (query) => {
        if (query === 'x') throw new Error('broken')
        return Promise.reject(new Error('offline'))
      },
    })
    await user.type(field(), 'x')
    expect(status()).toBe('The search does not work right now. Please try again.')
    await user.type(field(), 'y')
    expect(engine.shown).toEqual([
      { query: 'x', results: null, latencyMs: expect.any(Number) },
      { query: 'xy', results: null, latencyMs: expect.any(Number) },
    ])
  })

  test('in the words of the site', async () => {
    const { user } = showSearchBar({ messages: { resultCount: (count) => `${count} artículos` } })
    await user.type(field(), 'idle')
    expect(status()).toBe('3 artículos')
  })
})

describe('what counting is told', () => {
  test('each query whose results were shown, trimmed, and how many there were', async () => {
    const { user } = showSearchBar()
    await user.type(field(), 'a i ')
    expect(engine.shown).toEqual([
      { query: 'a', results: 0, latencyMs: expect.any(Number) },
      { query: 'a', results: 0, latencyMs: expect.any(Number) },
      { query: 'a i', results: 3, latencyMs: expect.any(Number) },
      { query: 'a i', results: 3, latencyMs: expect.any(Number) },
    ])
  })

  test('nothing for an empty field', async () => {
    const { user } = showSearchBar()
    await user.type(field(), '   ')
    expect(engine.shown).toEqual([])
  })

  test('one answer for one keystroke under StrictMode', async () => {
    const { user } = showSearchBar({}, { strict: true })
    await user.type(field(), 'i')
    expect(optionTitles()).toHaveLength(3)
    expect(engine.shown).toEqual([{ query: 'i', results: 3, latencyMs: expect.any(Number) }])
  })

  test('nothing breaks on a page without an engine', async () => {
    takeEngineOffPage()
    const { user } = showSearchBar()
    await user.type(field(), 'idle')
    expect(optionTitles()).toHaveLength(3)
  })
})

describe('answers that come late', () => {
  test('an overtaken answer is dropped', async () => {
    const { search, answer } = slowSearch()
    const { user } = showSearchBar({ search })
    await user.type(field(), 'ab')
    await answer('ab', [TABS])
    await answer('a', [IDLE])
    expect(optionTitles()).toEqual(['Tabs and windows'])
    expect(engine.shown).toEqual([{ query: 'ab', results: 1, latencyMs: expect.any(Number) }])
  })

  test('an overtaken failure is dropped', async () => {
    const { search, answer, fail } = slowSearch()
    const { user } = showSearchBar({ search })
    await user.type(field(), 'ab')
    await answer('ab', [TABS])
    await fail('a')
    expect(status()).toBe('1 article found')
  })

  test('an answer after Escape or Tab opens nothing', async () => {
    const { search, answer } = slowSearch()
    const { user } = showSearchBar({ search })
    await user.type(field(), 'a')
    await user.keyboard('{Escape}')
    await answer('a', [IDLE])
    expect(list()).toBeNull()

    await user.type(field(), 'b')
    await user.tab()
    await answer('b', [IDLE])
    expect(list()).toBeNull()
    expect(engine.shown).toEqual([])
  })

  test('an answer after the search bar has gone is not counted as shown', async () => {
    const { search, answer } = slowSearch()
    const { user, unmount } = showSearchBar({ search })
    await user.type(field(), 'a')
    unmount()
    await answer('a', [IDLE])
    expect(engine.shown).toEqual([])
  })
})

test('entering the field is announced to the site, so that it can load an index', async () => {
  let prepared = 0
  const { user } = showSearchBar({ prepare: () => void prepared++ })
  expect(prepared).toBe(0)
  await user.click(field())
  expect(prepared).toBe(1)
})

test('words typed before the page is hydrated are searched for', async () => {
  const Router = withRouter({ visited: [] })
  const page = (
    <Router>
      <HelpSearch label="Search the help center" search={findThree} />
    </Router>
  )
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = renderToString(page)
  await userEvent.type(field(), 'idle')
  const root = await act(async () => hydrateRoot(container, page))
  await waitFor(() => expect(optionTitles()).toHaveLength(3))
  expect(field().value).toBe('idle')
  await act(async () => root.unmount())
  container.remove()
})
