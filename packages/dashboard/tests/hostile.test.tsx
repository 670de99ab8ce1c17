import { expect, test } from '@jest/globals'
import { SessionTimeline } from '../src/index.js'
import { overview, render } from './page.js'
import { articlesReport, gapsReport, liveReport, pageView, sessionRow } from './reports.js'
import { explained, someEvents } from './sessions.js'

const HOSTILE = `"><script>alert('x')</script>\u202e${'🦜'.repeat(20)}`
const ESCAPED = HOSTILE.replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/'/g, '&#x27;')

test('text from the site and from readers is shown as text', () => {
  const html = overview({
    view: { site: HOSTILE, address: { article: HOSTILE, query: HOSTILE } },
    live: liveReport([sessionRow({ article: HOSTILE })]),
    gaps: gapsReport([HOSTILE, 9]),
    articles: articlesReport([HOSTILE, { rate: 1, n: 5 }]),
  })
  expect(html).not.toContain('<script')
  expect(html.split(ESCAPED).length - 1).toBe(12)
})

test('its direction does not leak into the text around it', () => {
  const html = overview({ live: liveReport([sessionRow({ article: HOSTILE })]) })
  expect(html).toContain(`<bdi title="${ESCAPED}">${ESCAPED}</bdi>`)
})

test('neither does a timeline trust the words of its events', () => {
  const events = someEvents.map((event) => {
    if (event.name === 'help.search.submit') return { ...event, query: HOSTILE }
    return event.name === 'help.article.open' ? { ...event, article: { id: HOSTILE } } : event
  })
  const meanwhile = [sessionRow({ article: HOSTILE })]
  const html = render(
    <SessionTimeline page={pageView('sessions')} session={explained(3600, events)} meanwhile={meanwhile} />,
  )
  expect(html).not.toContain('<script')
  expect(html.split(ESCAPED).length - 1).toBe(6)
})
