import type { HelpEvent } from '@helptally/core'
import { parseEvent } from '@helptally/core/schema'
import { afterEach, expect, test } from '@jest/globals'
import type { ShownResults } from '../src/helpEngine.js'
import { pageTab } from './support/articleTab.js'
import type { FakeBrowser } from './support/fakeBrowser.js'

afterEach(() => {
  document.body.innerHTML = ''
})

type Search = Extract<HelpEvent, { name: 'help.search.submit' }>
const searchesOf = ({ received }: FakeBrowser) =>
  received.filter((event): event is Search => event.name === 'help.search.submit')

/** What is told of results that are shown one after the other, each after a pause. */
async function toldOf(...shown: readonly (ShownResults & { pauseMs?: number })[]) {
  const { browser, tab } = await pageTab('/en')
  for (const { pauseMs = 200, ...results } of shown) {
    tab.engine.showResults(results)
    await browser.advance(pauseMs)
  }
  await browser.advance(7_000)
  expect(browser.received.every((event) => parseEvent(event).ok)).toBe(true)
  return searchesOf(browser)
}

const RESTED = { pauseMs: 1_000 }

test('a search says how long it took, what searched, and what narrowed it down', async () => {
  const [search] = await toldOf({
    query: 'idle',
    results: 3,
    latencyMs: 41.6,
    engine: 'minisearch',
    filters: ['en', 'faq'],
  })
  expect(search).toMatchObject({
    query: 'idle',
    results: 3,
    latencyMs: 42,
    engine: 'minisearch',
    filters: ['en', 'faq'],
  })
})

test('what is no number and no text is left out, and what is too long is cut', async () => {
  const long = 'x'.repeat(300)
  const strange = { latencyMs: -1, engine: 7, filters: 'en' } as unknown as ShownResults
  const [first] = await toldOf({ ...strange, query: 'idle', results: Number.NaN })
  expect(first).toMatchObject({ results: null })
  for (const field of ['latencyMs', 'engine', 'filters']) expect(first).not.toHaveProperty(field)
  const [second] = await toldOf({
    query: 'idle',
    results: 1.2,
    latencyMs: 1e12,
    engine: long,
    filters: Array(30).fill(long),
  })
  expect(second).toMatchObject({ results: 1, latencyMs: 86_400_000 })
})

test('who takes words back has not asked anew: the longest words that were settled on count', async () => {
  const searches = await toldOf(
    { query: 'refund', results: 9, ...RESTED },
    { query: 'refund policy', results: 2, ...RESTED },
    { query: 'refund pol', results: 4, ...RESTED },
    { query: 'ref', results: 12, ...RESTED },
  )
  expect(searches.map(({ query }) => query)).toEqual(['refund', 'refund policy'])
  expect(new Set(searches.map(({ queryId }) => queryId)).size).toBe(1)
})

test('words that were mistyped and mended before they rested are none', async () => {
  const searches = await toldOf({ query: 'refundd', results: 0 }, { query: 'refund', results: 9 })
  expect(searches.map(({ query }) => query)).toEqual(['refund'])
})

test('an option that is chosen under fewer words was found by those', async () => {
  document.body.innerHTML = '<div data-help-search><a role="option" href="/en/articles/idle">Idle</a></div>'
  const { browser, tab } = await pageTab('/en')
  tab.engine.showResults({ query: 'refund policy', results: 0 })
  await browser.advance(1_000)
  tab.engine.showResults({ query: 'refund', results: 1 })
  tab.click(document.querySelector('a')!)
  await tab.route('/en/articles/idle')
  await browser.advance(7_000)
  expect(searchesOf(browser)).toMatchObject([
    { query: 'refund policy', results: 0, trigger: 'typing_pause' },
    { query: 'refund', results: 1, trigger: 'option' },
  ])
})

test('the same words under another filter, or after a failure, are told again as the same search', async () => {
  const searches = await toldOf(
    { query: 'idle', results: 0, filters: ['billing'], ...RESTED },
    { query: 'idle', results: 3, ...RESTED },
    { query: 'idle', results: null, ...RESTED },
    { query: 'idle', results: 4, ...RESTED },
    { query: 'idle', results: 5, ...RESTED },
  )
  expect(searches.map(({ results }) => results)).toEqual([0, 3, null, 4])
  expect(new Set(searches.map(({ queryId }) => queryId)).size).toBe(1)
})
