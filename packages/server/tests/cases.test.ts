import type { HelpEvent } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import { collect } from './helpers/collect.js'
import { MINUTE, NOON, opening, progress, SITE } from './helpers/events.js'

const T = 5 * MINUTE

/** A collector whose clock the test sets. */
async function collectorAt(start: number) {
  let now = start
  const collector = await collect({ now: () => now })
  return {
    post: (events: readonly HelpEvent[], sentAt: number) => collector.post({ sentAt, events }),
    report: async (name: string, params: string) =>
      (await collector.get(`reports/${name}?site=${SITE}&${params}`)).body,
    session: async (id: string) => (await collector.get(`sessions/${id}`)).body,
    setClock(at: number) {
      now = at
    },
  }
}
const MARCH_10 = 'from=2026-03-10&to=2026-03-11'

/** A reader who opened an article, was last active a minute later, and closed the tab at two minutes. */
function closedTab() {
  const first = opening({ seq: 1, ts: NOON })
  const leaving = progress({
    seq: 2,
    sessionId: first.id,
    cause: 'hidden',
    ts: NOON + 2 * MINUTE,
    activeAt: NOON + MINUTE,
  })
  return { first, leaving, lastAt: NOON + MINUTE }
}

test('case 74: a tab that was closed, and says no more, has ended five minutes after its last activity', async () => {
  const { post, report, session, setClock } = await collectorAt(NOON + 2 * MINUTE)
  const { first, leaving, lastAt } = closedTab()
  await post([first, leaving], leaving.ts)

  setClock(lastAt + T - 1)
  expect((await report('live', MARCH_10)).totals.open).toBe(1)
  expect(await session(first.id)).toMatchObject({ lastAt, end: null })

  setClock(lastAt + T)
  const { totals, rows } = await report('live', MARCH_10)
  expect(totals.open).toBe(0)
  expect(rows).toMatchObject([{ id: first.id, ended_at: new Date(lastAt + T).toISOString(), end_reason: 'idle' }])
  expect(await session(first.id)).toMatchObject({ lastAt, end: { at: lastAt + T, reason: 'idle' } })
})

test('case 75: an end that the leaving page, a resend, the next document and the collector all know is one end', async () => {
  const { post, report, session, setClock } = await collectorAt(NOON + 2 * MINUTE)
  const { first, leaving, lastAt } = closedTab()
  const next = opening({
    seq: 3,
    ts: NOON + 20 * MINUTE,
    activeAt: lastAt,
    previousId: first.id,
    article: { id: 'tabs' },
  })
  const end = { at: lastAt + T, reason: 'idle' }
  await post([first], first.ts)
  await Promise.all([post([leaving], leaving.ts), post([leaving], leaving.ts)])
  setClock(NOON + 19 * MINUTE)
  expect(await session(first.id)).toMatchObject({ end })

  setClock(next.ts)
  await post([leaving, next], next.ts)
  await post([next, first, leaving], next.ts)
  expect(await session(first.id)).toMatchObject({ end, disagreements: [] })
  const { rows } = await report('live', MARCH_10)
  expect(rows).toMatchObject([
    { id: next.id, ended_at: null },
    { id: first.id, ended_at: new Date(end.at).toISOString(), duration_ms: MINUTE },
  ])
  expect((await report('sessions', MARCH_10)).totals.sessions).toBe(2)
})

describe('a session belongs to the day on which it began, in the time zone of the site', () => {
  /** Begun ten seconds before a moment, with another article ten seconds after it. */
  async function over(moment: string, zone: string, days: string) {
    const at = Date.parse(moment)
    const { post, report } = await collectorAt(at + MINUTE)
    const first = opening({ seq: 1, ts: at - 10_000 })
    const second = opening({ seq: 2, ts: at + 10_000, sessionId: first.id, article: { id: 'tabs' } })
    await post([first, second], at + 10_000)
    const { rows } = await report('sessions', `${days}&tz=${zone}`)
    const live = await report('live', `${days}&tz=${zone}`)
    return { perDay: rows.map((row: { sessions: number }) => row.sessions), durationMs: live.rows[0].duration_ms }
  }
  const ALL_OF_IT = { perDay: [1, 0], durationMs: 20_000 }

  test.each([
    ['Europe/Madrid', '2026-03-11T00:00:00+01:00'],
    ['Asia/Kolkata', '2026-03-11T00:00:00+05:30'],
    ['America/Los_Angeles', '2026-03-11T00:00:00-07:00'],
  ])('case 10: over midnight in %s', async (zone, midnight) => {
    expect(await over(midnight, zone, 'from=2026-03-10&to=2026-03-12')).toEqual(ALL_OF_IT)
  })

  test('case 11: over a midnight that the clocks skip, in Cairo', async () => {
    expect(await over('2026-04-24T00:00:00+02:00', 'Africa/Cairo', 'from=2026-04-23&to=2026-04-25')).toEqual(ALL_OF_IT)
  })

  test('case 11: over an hour that comes twice at midnight, in Havana', async () => {
    const secondMidnight = '2026-11-01T00:00:00-05:00'
    expect(await over(secondMidnight, 'America/Havana', 'from=2026-11-01&to=2026-11-03')).toEqual(ALL_OF_IT)
  })

  test.each([
    ['in spring', '2026-03-29T02:00:00+01:00', 'from=2026-03-29&to=2026-03-31'],
    ['in autumn', '2026-10-25T03:00:00+02:00', 'from=2026-10-25&to=2026-10-27'],
  ])('case 11: over the change of the clocks %s, in Madrid', async (_, change, days) => {
    expect(await over(change, 'Europe/Madrid', days)).toEqual(ALL_OF_IT)
  })
})
