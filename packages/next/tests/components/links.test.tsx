/** @jest-environment jest-fixed-jsdom */
import { describe, expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { ArticleLink, SuggestedArticles } from '../../src/index.js'

const items = [
  { id: 'idle', href: '/en/articles/idle', title: 'Idle time', detail: 'When a session ends' },
  { id: 'tabs', href: '/en/articles/tabs', title: 'Tabs and windows' },
]

test('an article link says its place and its rank', () => {
  render(
    <ArticleLink href="/en/kb/42" via="home" position={3} className="card">
      Idle time
    </ArticleLink>,
  )
  const link = screen.getByRole('link', { name: 'Idle time' })
  expect(link.getAttribute('href')).toBe('/en/kb/42')
  expect(link.className).toBe('card')
  expect({ ...link.dataset }).toEqual({ helpVia: 'home', helpPosition: '3' })
})

test('an article link with nothing to say stays a plain link', () => {
  render(<ArticleLink href="/en/articles/idle">Idle time</ArticleLink>)
  expect({ ...screen.getByRole('link').dataset }).toEqual({})
})

describe('suggested articles', () => {
  test('stand in a named list, ranked from 1', () => {
    render(<SuggestedArticles list="related" title="Read next" items={items} />)
    const region = screen.getByRole('region', { name: 'Read next' })
    expect({ ...region.dataset }).toEqual({ helpVia: 'suggestion', helpList: 'related' })
    const ranks = screen.getAllByRole('link').map((link) => [link.dataset.helpPosition, link.getAttribute('href')])
    expect(ranks).toEqual([
      ['1', '/en/articles/idle'],
      ['2', '/en/articles/tabs'],
    ])
  })

  test('say what made them', () => {
    render(<SuggestedArticles list="related" algorithm="by-hand" title="Read next" items={items} />)
    expect(screen.getByRole('region').dataset.helpAlgorithm).toBe('by-hand')
  })

  test('draw nothing when there are none', () => {
    const { container } = render(<SuggestedArticles list="related" title="Read next" items={[]} />)
    expect(container.innerHTML).toBe('')
  })
})
