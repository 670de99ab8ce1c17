import { expect, test } from '@jest/globals'
import { Sessions, type SessionsProps } from '../src/index.js'
import { conversationRow } from './conversations.js'
import { render, tableOf, textOf } from './page.js'
import { liveReport, pageView } from './reports.js'

const page = (conversations: SessionsProps['conversations']) =>
  render(
    <Sessions
      page={pageView('sessions', { address: { channel: 'web' } })}
      live={liveReport()}
      behind={null}
      conversations={conversations}
    />,
  )

test('the filter of a channel of conversations lists their sessions, each a way to its timeline', () => {
  const row = conversationRow()
  const html = page([row, conversationRow({ id: '019ab000-0000-7000-8000-0000000000ff' })])
  expect(tableOf(html, 'ht-conversations').slice(1)).toHaveLength(2)
  expect(html).toContain(`href="/insights/sessions/${row.id}"`)
  expect(textOf(html)).toContain('The latest 2 are shown.')
})

test('the file of the list is offered only where the list is in it', () => {
  expect(page([conversationRow()])).not.toContain('class="ht-csv"')
  expect(page(null)).toContain('class="ht-csv"')
})

test('without any it says what to do', () => {
  for (const none of [page([]), page(null)])
    expect(textOf(none)).toContain('No session of this period is like that. Take a filter away')
})

test('beside another filter it finds no session, says why, and leads to itself alone', () => {
  const none = (channel: string) =>
    render(
      <Sessions
        page={pageView('sessions', { address: { channel, entry: 'direct_link', device: 'phone' } })}
        live={{ ...liveReport(), rows: [] }}
        behind={null}
        conversations={null}
      />,
    )
  const html = none('web')
  expect(textOf(html)).toContain('A session on Web chat has no entry')
  expect(html).toContain('<a href="/insights/sessions?channel=web">Show all sessions on Web chat</a>')
  expect(textOf(none('help'))).toContain('No session of this period is like that.')
})

test('without any filter it says that none started, and leads to what arrived', () => {
  const html = render(
    <Sessions page={pageView('sessions')} live={{ ...liveReport(), rows: [] }} behind={null} conversations={null} />,
  )
  expect(textOf(html)).toContain('No session started in this period.')
  expect(html).toMatch(/href="[^"]*\/quality">See whether events arrive/)
})
