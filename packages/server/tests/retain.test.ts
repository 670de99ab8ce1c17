import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { forgetOld } from '../src/retention/forgetOld.js'
import { oldDays, sumOf } from '../src/retention/oldDays.js'
import { removedSinceSql } from '../src/store/duckdb/removed.sql.js'
import type { Store } from '../src/store/store.js'
import { collect } from './helpers/collect.js'
import { ENGINES } from './helpers/engines.js'
import { MINUTE, NOON, opening, progress, rowsOf, search, vital } from './helpers/events.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { setEnv, tempFolder, tempStore } from './helpers/temp.js'

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const KEY = 'a-server-key'

/** Sessions, searches outside them, a session without times and conversations, some of them across NOON. */
async function fill(store: Store): Promise<void> {
  const first = opening({ ts: NOON - 2 * DAY, tabId: randomUUID() })
  const across = opening({ ts: NOON - MINUTE, tabId: randomUUID() })
  const timeless = { sessionId: randomUUID(), tabId: randomUUID() }
  await store.append(
    rowsOf(
      first,
      progress({ ts: NOON - 2 * DAY + 13 * HOUR, tabId: first.tabId, sessionId: first.id, seq: 2 }),
      across,
      progress({ ts: NOON + MINUTE, tabId: across.tabId, sessionId: across.id, seq: 2 }),
      search({ ts: NOON - DAY, tabId: randomUUID() }),
      search({ ts: NOON + DAY, tabId: randomUUID() }),
      vital({ ts: NOON - 3 * HOUR, ...timeless }),
      opening({ ts: NOON, tabId: randomUUID() }),
    ),
  )
  const collector = await collect({ store, site: 'docs', serverKey: KEY, now: () => NOON + 2 * DAY })
  const said = (conversation: string, afterMs: number) => ({
    ...{ id: randomUUID(), channel: 'whatsapp', conversation, visitor: 'somebody' },
    ...{ at: NOON + afterMs, type: 'message', by: 'user' },
  })
  const facts = [said('old', -2 * DAY), said('old', -2 * DAY + MINUTE), said('long', -HOUR), said('long', HOUR)]
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` }
  await collector.send('POST', 'conversations', { body: JSON.stringify({ facts }), headers })
}

const idsIn = (store: Store) => store.query('select e.event_id from events e order by 1')
const sessionsIn = (store: Store) =>
  store.query('select s.id from sessions s union all select c.id from conversation_sessions c')

describe.each(ENGINES)('what is older than a moment ($name)', (engine) => {
  test('is told day by day, in the time zone of the site, and nothing is changed by that', async () => {
    const store = await engine.open()
    await fill(store)
    const before = await idsIn(store)
    expect(await oldDays(store, NOON, 'UTC')).toEqual([
      { date: '2026-03-08', sessions: 2, events: 3 },
      { date: '2026-03-09', sessions: 0, events: 2 },
      { date: '2026-03-10', sessions: 1, events: 1 },
    ])
    expect((await oldDays(store, NOON, 'Pacific/Kiritimati')).map(({ date }) => date)).toEqual([
      '2026-03-09',
      '2026-03-10',
    ])
    expect(await idsIn(store)).toEqual(before)
  })

  test.each([1, 1_000])('goes, as much as was told, %i events and more at once', async (eventsAtOnce) => {
    const [store, whole] = [await engine.open(), await engine.open()]
    await fill(store)
    const days = await oldDays(store, NOON, 'Europe/Madrid')
    const gone: number[] = []
    const done = await forgetOld(store, days, {
      ...{ before: NOON, tz: 'Europe/Madrid', eventsAtOnce, signal: new AbortController().signal },
      onGone: ({ events }) => gone.push(events),
    })
    expect(done).toEqual(sumOf(days))
    expect(gone).toHaveLength(eventsAtOnce === 1 ? days.length : 1)
    expect(gone.at(-1)).toBe(6)
    expect(await oldDays(store, NOON, 'UTC')).toEqual([])
    await fill(whole)
    expect(await whole.forgetBefore(NOON)).toEqual(done)
    expect((await sessionsIn(store)).length).toBe((await sessionsIn(whole)).length)
  })

  test('is noted for signed statements once it is gone, by the moment', async () => {
    const store = await engine.open()
    await fill(store)
    const noted = () => store.query(removedSinceSql, { since: 0 })
    await oldDays(store, NOON, 'UTC')
    expect(await noted()).toEqual([{ erased: 0, forgotten_before: null }])
    await forgetOld(store, await oldDays(store, NOON, 'UTC'), {
      ...{ before: NOON, tz: 'UTC', eventsAtOnce: 1, signal: new AbortController().signal, onGone: () => undefined },
    })
    expect(await noted()).toEqual([{ erased: 0, forgotten_before: NOON }])
  })
})

describe.each(ENGINES)('what is left of a conversation counts as it did when more is told of it ($name):', (engine) => {
  /** Tells facts of one conversation, minutes after NOON; forgets; tells one more. Resolves to the sessions then. */
  async function forgetting(
    channel: string,
    facts: readonly (readonly [minute: number, what: string])[],
    { before, later }: { readonly before: number; readonly later: readonly [minute: number, what: string] },
  ) {
    const store = await engine.open()
    const collector = await collect({ store, site: 'docs', serverKey: KEY, now: () => NOON + 2 * DAY })
    const tell = (all: readonly (readonly [minute: number, what: string])[]) => {
      const told = all.map(([minute, what]) => {
        const isSaid = ['user', 'bot', 'agent'].includes(what)
        const fact = isSaid ? { type: 'message', by: what } : { type: what }
        return { id: randomUUID(), channel, conversation: 'c', visitor: 'v', at: NOON + minute * MINUTE, ...fact }
      })
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` }
      return collector.send('POST', 'conversations', { body: JSON.stringify({ facts: told }), headers })
    }
    await tell(facts)
    await store.forgetBefore(NOON + before * MINUTE)
    await tell([later])
    return store.query(
      'select (c.started_at - $noon) // 60000 as minute, c.reason from conversation_sessions c order by 1',
      {
        noon: NOON,
      },
    )
  }

  test('what was written to an agent starts nothing, however old the transfer is', async () => {
    const talk = [
      [0, 'user'],
      [1, 'transfer'],
      [10, 'agent'],
      [20, 'user'],
    ] as const
    expect(await forgetting('whatsapp', talk, { before: 7, later: [30, 'agent'] })).toEqual([])
  })

  test('a survey that was sent stays as long as it may be answered', async () => {
    const talk = [
      [0, 'user'],
      [1, 'survey_sent'],
      [2, 'interrupted'],
      [30, 'user'],
      [60, 'survey_answered'],
    ] as const
    expect(await forgetting('whatsapp', talk, { before: 20, later: [70, 'survey_sent'] })).toEqual([
      { minute: 30, reason: 'survey_answered' },
    ])
  })

  test('the last words of a bot on web, which do not keep a session, do not become one', async () => {
    const talk = [
      [0, 'user'],
      [1, 'bot'],
    ] as const
    expect(await forgetting('web', talk, { before: 0.5, later: [2, 'bot'] })).toEqual([{ minute: 0, reason: '' }])
  })
})

describe('helptally retain', () => {
  const filled = async () => {
    const folder = await tempFolder()
    const store = await tempStore({ folder })
    const days = [20, 12, 12, 2]
    await store.append(rowsOf(...days.map((ago) => opening({ ts: Date.now() - ago * DAY, tabId: randomUUID() }))))
    await store.close()
    return { folder, url: `duckdb:${folder}`, dates: days.map(dateBefore) }
  }
  const dateBefore = (ago: number) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10)
  const left = async (folder: string) => idsIn(await tempStore({ folder }))

  test('says with --dry-run how much of which days would go, and deletes nothing', async () => {
    const { folder, url, dates } = await filled()
    const { code, out } = await runInTerminal(['retain', '--keep-days', '10', '--dry-run', '--store', url])
    const lines = out.split('\n')
    expect(code).toBe(0)
    expect(lines[0]).toMatch(/ would forget 3 sessions \(3 events\) older than 10 days, from before 20\d\d-.*Z\.$/)
    expect(lines.slice(1)).toEqual([`${dates[0]}  1 sessions (1 events)`, `${dates[1]}  2 sessions (2 events)`])
    expect(await left(folder)).toHaveLength(4)
  })

  test('deletes it, says how far it is, and says as JSON what went', async () => {
    const { folder, url, dates } = await filled()
    const { code, out, progress } = await runInTerminal(['retain', '--keep-days', '10', '--json', '--store', url])
    expect({ code, told: JSON.parse(out) }).toEqual({
      code: 0,
      told: {
        ...{ store: url, keepDays: 10, before: expect.stringMatching(/Z$/), tz: 'UTC', dryRun: false },
        ...{ sessions: 3, events: 3 },
        days: [
          { date: dates[0], sessions: 1, events: 1 },
          { date: dates[1], sessions: 2, events: 2 },
        ],
      },
    })
    expect(progress).toEqual(['[helptally] forgotten 3 of 3 events'])
    expect(await left(folder)).toHaveLength(1)
  })

  test('takes the days of the URL of the store, and with --dry-run still deletes nothing', async () => {
    const { folder, url } = await filled()
    setEnv('HELPTALLY_STORE', `${url}?keepDays=15`)
    expect(await runInTerminal(['retain', '--dry-run'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/would forget 1 sessions \(1 events\) older than 15 days/),
    })
    expect(await left(folder)).toHaveLength(4)
  })

  test('is interrupted between two pieces, and says what is gone', async () => {
    const { folder, url } = await filled()
    const { code, error } = await runInTerminal(['retain', '--keep-days', '10', '--store', url], { interruptedAt: 0 })
    expect({ code, error }).toEqual({
      code: 130,
      error: '[helptally] Interrupted: 0 sessions (0 events) are gone. The same command goes on from there.',
    })
    expect(await left(folder)).toHaveLength(4)
  })
})
