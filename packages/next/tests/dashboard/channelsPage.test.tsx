import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Address, type ChannelsProps, type PageView, RANGES, type SessionsProps } from '@helptally/dashboard'
import { createCollector, openStore, type Store, seedStore } from '@helptally/server'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { sessionsBehind } from '../../src/dashboard/behind.js'
import { insightsHrefs, pageAt } from '../../src/dashboard/hrefs.js'
import { pages } from '../../src/dashboard/pages.js'
import { periodOf } from '../../src/dashboard/periodOf.js'
import { type Reading, readingOf } from '../../src/dashboard/reading.js'
import { timelineOf } from '../../src/dashboard/timelineOf.js'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const HOUR = 3_600_000

let folder: string
let store: Store
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'channels-'))
  store = openStore(`duckdb:${folder}`)
  await seedStore(store, { site: 'docs', days: 4, now: NOW, articles: ['install', 'idle', 'tabs'] })
  await tell()
}, 60_000)
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

/** Three conversations: on the web one that was closed and one that went on, on WhatsApp one that an agent took. */
async function tell(): Promise<void> {
  const fact = (nth: number, channel: string, conversation: string, hoursAgo: number, more: object) => ({
    ...{ id: `m${nth}`, channel, conversation, visitor: conversation, at: NOW - hoursAgo * HOUR, ...more },
  })
  const user = { type: 'message', by: 'user' }
  const facts = [
    fact(1, 'web', 'a', 30, user),
    fact(2, 'web', 'a', 29.99, { type: 'message', by: 'bot' }),
    fact(3, 'web', 'a', 29.98, { type: 'close' }),
    fact(4, 'web', 'b', 0.01, user),
    fact(5, 'whatsapp', 'c', 20, user),
    fact(6, 'whatsapp', 'c', 19.9, user),
    fact(7, 'whatsapp', 'c', 19.8, { type: 'transfer' }),
  ]
  const collector = createCollector({ store, site: 'docs', serverKey: 'key', now: () => NOW })
  const request = new Request('http://localhost/api/help/conversations', {
    method: 'POST',
    headers: { authorization: 'Bearer key', 'content-type': 'application/json' },
    body: JSON.stringify({ facts }),
  })
  const answer = await collector.handle(request, ['conversations'])
  expect(await answer.json()).toEqual({ received: 7, rejected: [] })
}

function readingFor(address: Address): Reading {
  const slice = periodOf({ days: String(RANGES[0]), ...address }, 'UTC', NOW)
  const about = { site: 'docs', home: 'docs', page: 'channels', address } as const
  const hrefs = insightsHrefs({ ...about, path: '/help-insights', base: '/api/help', slice: { site: 'docs' } })
  const view: PageView = {
    ...about,
    ...{
      locale: 'en',
      timeZone: 'UTC',
      now: NOW,
      period: slice.period,
      hrefs,
      sites: ['docs'],
      mayEdit: false,
      isAdmin: false,
      done: null,
    },
  }
  return readingOf(view, slice, store, { reader: { sites: null } })
}

const pageOf = (address: Address): Promise<ReactElement> => pages.channels(readingFor(address))

const propsOf = async (address: Address = {}): Promise<ChannelsProps> => (await pageOf(address)).props as ChannelsProps

test('the page has the report of the period and of the one before', async () => {
  const { report, before } = await propsOf()
  expect(report.totals).toMatchObject({ conversations: 3 })
  expect(report.totals.help).toBeGreaterThan(0)
  expect(report.intervals).toHaveLength(7)
  expect(before?.totals).toEqual({ sessions: 0, help: 0, conversations: 0 })
  expect((await propsOf({ compare: 'none' })).before).toBeNull()
})

test('the numbers on the page are those of the report', async () => {
  const { report } = await propsOf()
  const html = renderToStaticMarkup(await pageOf({}))
  const lines = [...html.matchAll(/<tr data-channel="([^"]*)">.*?<\/th><td><a[^>]*>([\d,]+)/g)]
  const shown = Object.fromEntries(lines.map(([, channel, sessions]) => [channel, Number(sessions!.replace(',', ''))]))
  const counted = report.rows.filter(({ sessions }) => sessions > 0).map((row) => [row.channel, row.sessions])
  expect(shown).toEqual(Object.fromEntries(counted))
  expect(Object.keys(shown).toSorted()).toEqual(['help', 'web', 'whatsapp'])
  expect(html).toContain(`<p class="ht-number">${report.totals.sessions.toLocaleString('en-GB')}</p>`)
})

test('no filter but the site and the period narrows it', async () => {
  const { report } = await propsOf()
  const filtered = await propsOf({ entry: 'search_enter', channel: 'sms', article: 'none', query: 'none' })
  expect(filtered.report.totals).toEqual(report.totals)
})

test('it lives at /channels', () => {
  expect(pageAt(['channels'])).toBe('channels')
})

describe('the list of sessions', () => {
  const listed = async (address: Address) =>
    ((await pages.sessions(readingFor(address))).props as SessionsProps).conversations?.map(({ channel }) => channel)

  test('filtered by a channel of conversations has those that the report counts, the latest first', async () => {
    expect(await listed({ channel: 'web' })).toEqual(['web', 'web'])
    expect(await listed({ channel: 'whatsapp' })).toEqual(['whatsapp'])
    expect(await listed({ channel: 'sms' })).toEqual([])
    const { conversations } = (await pages.sessions(readingFor({ channel: 'web' }))).props as SessionsProps
    const starts = conversations!.map(({ started_at }) => started_at)
    expect(starts).toEqual(starts.toSorted().toReversed())
  })

  test('has those of its period alone', async () => {
    expect(await listed({ channel: 'web', from: '2026-11-25', to: '2026-11-25' })).toEqual(['web'])
  })

  test('has none where only the help center is asked for, or something that no conversation has', async () => {
    for (const address of [{}, { channel: 'help' }, { channel: 'web', entry: 'direct_link' }] satisfies Address[])
      expect(await listed(address)).toBeUndefined()
  })
})

describe('a session of a conversation', () => {
  const idOf = async (channel: string, reason: string) => {
    const sql =
      'select c.id::varchar as id from conversation_sessions c where c.channel = $channel and c.reason = $reason'
    return (await store.query<{ id: string }>(sql, { channel, reason }))[0]!.id
  }
  const timeline = async (id: string) => renderToStaticMarkup(await timelineOf(id, readingFor({})))

  test('has a timeline, with the numbers that the report has', async () => {
    const html = await timeline(await idOf('whatsapp', 'transfer'))
    const { report } = await propsOf()
    const { interactions, user_turns } = report.rows.find(({ channel }) => channel === 'whatsapp')!
    expect(html).toContain(`Interactions</dt><dd>${interactions}</dd>`)
    expect(html).toContain(`Turns of the user</dt><dd>${user_turns}</dd>`)
    expect(html.match(/data-by="user"/g)).toHaveLength(user_turns!)
    expect(html).toContain('The conversation went to an agent')
  })

  test('is nothing to those who may not see its site', async () => {
    const id = await idOf('web', 'close')
    const others = { ...readingFor({}), maySee: () => false }
    expect((await timelineOf(id, others)).props).toMatchObject({ kind: 'not_found' })
    const [help] = await store.query<{ id: string }>('select s.id::varchar as id from sessions s limit 1')
    expect((await timelineOf(help!.id, others)).props).toMatchObject({ kind: 'not_found' })
    expect((await timelineOf(help!.id, readingFor({}))).props).not.toHaveProperty('kind')
  })

  test('is one tap behind each number of its channel', async () => {
    const html = renderToStaticMarkup(await pageOf({}))
    const { report } = await propsOf()
    const links = [...html.matchAll(/href="[^"]*\/sessions\?([^"]*behind=channels[^"]*)"[^>]*>([\d,]+)</g)]
    const numbers = report.rows
      .flatMap(({ sessions, ended }) => [sessions, ...Object.values(ended)])
      .filter((n) => n > 0)
    expect(links).toHaveLength(numbers.length)
    for (const [, query, shown] of links) {
      const { behind, row } = Object.fromEntries(new URLSearchParams(query!.replaceAll('&amp;', '&')))
      const found = await sessionsBehind(readingFor({ behind: behind!, row: row! }))
      expect(found!.of).toBe(row === 'help' ? 'help' : 'conversations')
      expect(found!.rows).toHaveLength(Math.min(100, Number(shown!.replace(',', ''))))
    }
  })
})
