/** @jest-environment jest-fixed-jsdom */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type ReactElement, useState } from 'react'
import { type ResultsShown, track, useHelpSearch } from '../../src/index.js'
import { putEngineOnPage, type RecordingEngine, takeEngineOffPage } from './engineOnPage.js'

let engine: RecordingEngine
beforeEach(() => {
  engine = putEngineOnPage()
})
afterEach(takeEngineOffPage)

/** A search box as a site may have its own. */
function Box({ answer }: { answer: (query: string) => ResultsShown }): ReactElement {
  const { searchProps, onQuery, onResults, optionProps } = useHelpSearch({ engine: 'own' })
  const [found, setFound] = useState<readonly string[]>([])
  return (
    <div {...searchProps}>
      <input
        aria-label="Search"
        onChange={({ target: { value } }) => {
          onQuery(value)
          const shown = answer(value)
          setFound(Array.from({ length: shown.results ?? 0 }, (_, index) => `article-${index}`))
          onResults(shown)
        }}
      />
      {found.map((id, index) => (
        <a key={id} href={`/en/articles/${id}`} {...optionProps(index + 1, id)}>
          {id}
        </a>
      ))}
    </div>
  )
}

test('a search box of the site says its words, how many were found, by what, how fast and under which filters', async () => {
  render(<Box answer={() => ({ results: 2, filters: ['faq'] })} />)
  await userEvent.type(screen.getByRole('textbox'), 'a')
  expect(engine.shown).toEqual([
    { query: 'a', results: 2, engine: 'own', filters: ['faq'], latencyMs: expect.any(Number) },
  ])
})

test('what the box says itself comes first, and an answer to other words has no known latency', async () => {
  render(<Box answer={() => ({ results: null, engine: 'other', latencyMs: 7 })} />)
  await userEvent.type(screen.getByRole('textbox'), 'a')
  expect(engine.shown).toEqual([{ query: 'a', results: null, engine: 'other', latencyMs: 7 }])
  takeEngineOffPage()
  engine = putEngineOnPage()
  render(<Box answer={() => ({ results: 0, query: 'older' })} />)
  await userEvent.type(screen.getAllByRole('textbox')[1]!, 'b')
  expect(engine.shown).toEqual([{ query: 'older', results: 0, engine: 'own' }])
})

test('its results are marked, so that a click on one is a click on a result', async () => {
  render(<Box answer={() => ({ results: 2 })} />)
  await userEvent.type(screen.getByRole('textbox'), 'a')
  const links = screen.getAllByRole('link')
  expect(links.map(({ dataset }) => ({ ...dataset }))).toEqual([
    { helpArticle: 'article-0', helpPosition: '1' },
    { helpArticle: 'article-1', helpPosition: '2' },
  ])
  expect(links[0]!.parentElement!.dataset.helpSearch).toBe('')
})

test('a site may tell what no mark says', () => {
  track({ name: 'help.contact.offer', method: 'form', offered: ['idle'] })
  expect(engine.tracked).toEqual([{ name: 'help.contact.offer', method: 'form', offered: ['idle'] }])
  takeEngineOffPage()
  expect(() => track({ name: 'help.contact.start', method: 'form' })).not.toThrow()
})
