import type { HelpEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { SessionTimeline } from '../src/index.js'
import { changeTold, gaps, reportOfGaps } from './gapReports.js'
import { busyReport, live, search } from './liveReports.js'
import { overview, part, render, textOf } from './page.js'
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

test('each text of an event keeps its direction to itself', () => {
  const [opened] = someEvents
  const contact = { ...opened, name: 'help.contact.submit', seq: 2, method: HOSTILE, ticket: HOSTILE } as HelpEvent
  const session = explained(3600, [opened!, { ...contact, id: opened!.id.replace(/1$/, '2') }])
  const html = render(<SessionTimeline page={pageView('sessions')} session={session} meanwhile={[]} />)
  expect(html.split(`<bdi>${ESCAPED}</bdi>`).length - 1).toBe(2)
})

test('neither does what an editor did', () => {
  const change = changeTold({ nr: 1, to: { owner: HOSTILE, linked_article: HOSTILE } })
  const html = gaps(reportOfGaps([]), { changes: [change] })
  expect(html).toContain(`<bdi>owner ${ESCAPED}</bdi>; <bdi>article ${ESCAPED}</bdi>`)
})

test('a query that nobody could see is named, and can be followed', () => {
  const html = live(busyReport({ searches: [search({ query: '\u200d \u200d' }), search({ query: '' })] }))
  const rows = part(html, '<table class="ht-table ht-searches"', '</table>')
  expect(textOf(rows)).toContain('(neither letters nor digits)')
  expect(textOf(rows)).toContain('U+200D U+0020 U+200D')
  expect(rows.split('<a href="/insights/search?query=%E2%80%8D+%E2%80%8D">')).toHaveLength(2)
})

test('an address may ask for what every object has', () => {
  const html = overview({ view: { address: { device: '__proto__', channel: 'constructor', entry: 'toString' } } })
  const chips = part(html, '<ul class="ht-chips"', '</ul>')
  expect(chips.match(/<bdi>[^<]*/g)).toEqual(['<bdi>toString', '<bdi>__proto__', '<bdi>constructor'])
})
