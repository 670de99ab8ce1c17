import { RULE_VERSION, type SessionExplained } from '@helptally/core'
import type { SessionRow } from '@helptally/server/reports'
import { describe, expect, test } from '@jest/globals'
import { type DashboardLocale, SessionTimeline } from '../src/index.js'
import { part, render, textOf } from './page.js'
import { pageView, sessionRow } from './reports.js'
import { explained, someEvents } from './sessions.js'

const ENDED = 3600
const page = (session: SessionExplained, locale: DashboardLocale = 'en', meanwhile: readonly SessionRow[] = []) =>
  render(
    <SessionTimeline
      page={pageView('sessions', { locale, timeZone: 'Europe/Madrid' })}
      session={session}
      meanwhile={meanwhile}
    />,
  )

const stepsOf = (html: string) =>
  part(html, '<ol class="ht-line">', '</ol>')
    .split('<li')
    .slice(1)
    .map((step) => textOf(`<li${step}`))

describe('a session that ended', () => {
  const html = page(explained(ENDED))
  const text = textOf(html)

  test('says why it started', () => {
    expect(text).toContain('Why it started The reader pressed Enter on an option of the search bar.')
  })

  test('says why and when it ended', () => {
    expect(text).toContain('Why it ended No activity for 5 min. Ended at 11:13:40.')
    expect(stepsOf(html).at(-1)).toBe('idle for 5 min of 5 min 11:13:40 Session ended No activity for 5 min.')
  })

  test('names the rule and its version', () => {
    expect(text).toContain(`Rule Ends as soon as 5 min have passed without activity. help, version ${RULE_VERSION}`)
  })

  test('shows each event, the gap before it and what it did', () => {
    expect(stepsOf(html).slice(0, -1)).toEqual([
      '11:00:00 Opened instalar started the session · from search results · position 2 · in-app navigation',
      'idle for 3 s of 5 min 11:00:03 Measured LCP 640 ms not activity in itself · in-app',
      'idle for 48 s of 5 min 11:00:48 Searched “pestañas” kept it open · 7 results · by a pause in typing',
      'active until 11:03:20 · idle for 10 s of 5 min 11:03:30 Tab hidden not activity in itself',
      'idle for 4 min 59 s of 5 min 11:08:19 Opened pestanas kept it open · from a suggestion · position 3 · in-app navigation',
      'active until 11:08:20 · idle for 20 s of 5 min 11:08:40 Voted: helpful pestanas kept it open',
    ])
  })

  test('tells its length and its longest gap', () => {
    expect(text).toContain('Length 8 min 40 s Longest gap 4 min 59 s of 5 min')
  })

  test('is not called synthetic, nor disputed', () => {
    expect(text).not.toContain('Synthetic')
    expect(html).not.toContain('role="alert"')
  })
})

test('an open session says until when', () => {
  const html = page(explained(600))
  expect(textOf(html)).toContain('Why it ended It is open. Without activity it ends at 11:13:40.')
  expect(stepsOf(html).at(-1)).toBe('Session open It is open. Without activity it ends at 11:13:40.')
})

test('a session that ended early names the reason', () => {
  const session = explained(ENDED)
  const html = page({ ...session, end: { ...session.end!, reason: 'transfer' } })
  expect(stepsOf(html).at(-1)).toBe('11:13:40 Session ended Passed to an agent.')
})

test('the session before it in the tab is one click away', () => {
  expect(page({ ...explained(ENDED), previousId: '019ab000-0000-7000-8000-00000000beef' })).toContain(
    'href="/insights/sessions/019ab000-0000-7000-8000-00000000beef"',
  )
  expect(textOf(page(explained(ENDED)))).toContain('None in this tab')
})

test('a page that claimed another session is contradicted loudly', () => {
  const claimed = '019ab000-0000-7000-8000-00000000dead'
  const events = someEvents.map((event) => (event.seq === 3 ? { ...event, sessionId: claimed } : event))
  const alarm = textOf(part(page(explained(ENDED, events)), 'role="alert"', '</section>'))
  expect(alarm).toContain('The page and the recount disagree One event claimed another session')
  expect(alarm).toContain(`help.search.submit ${someEvents[2]!.id} : claimed session ${claimed}`)
})

test('a session of the seed command is marked', () => {
  const events = someEvents.map((event) => ({ ...event, synthetic: true as const }))
  expect(textOf(page(explained(ENDED, events)))).toContain('Synthetic data')
})

test('a session out of an access log is marked', () => {
  const events = someEvents.map((event) => ({ ...event, imported: true as const }))
  expect(textOf(page(explained(ENDED, events)))).toContain('Imported data')
  expect(textOf(page(explained(ENDED)))).not.toContain('Imported data')
})

test('what other tabs of the visitor did meanwhile is one click away', () => {
  const other = sessionRow({ id: '019ab000-0000-7000-8000-00000000cafe', article: 'pestanas' })
  const html = page(explained(ENDED), 'en', [other])
  expect(textOf(part(html, 'id="ht-meanwhile"', '</section>'))).toContain('Every tab is a session of its own.')
  expect(html).toContain('href="/insights/sessions/019ab000-0000-7000-8000-00000000cafe"')
  expect(textOf(page(explained(ENDED)))).toContain('The visitor had no session in another tab at the same time.')
})
