import { describe, expect, test } from '@jest/globals'
import { type Audited, auditLog } from '../src/recount/auditLog.js'
import type { Store } from '../src/store/store.js'
import { chdb, describeChdb } from './helpers/chdb.js'
import { collect } from './helpers/collect.js'
import { MINUTE, NOON, opening, progress, SITE, vote } from './helpers/events.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const DAY = 86_400_000
const MIDNIGHT = NOON - DAY / 2
const PERIOD = { site: SITE, from: MIDNIGHT, to: MIDNIGHT + DAY, starts: [MIDNIGHT] }
const TAB = '0198c000-0000-7000-8000-00000000000a'
const ID = (n: number): string => `0198d000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Two sessions of a tab: two articles and a vote in the first, and six quiet minutes before the second. */
const honest = [
  opening({ id: ID(1), tabId: TAB, seq: 1, ts: NOON, activeAt: null, sessionId: ID(1), entry: 'direct_link' }),
  vote({ id: ID(2), tabId: TAB, seq: 2, ts: NOON + 4 * MINUTE, activeAt: NOON + MINUTE, sessionId: ID(1) }),
  opening({ id: ID(3), tabId: TAB, seq: 3, ts: NOON + 8 * MINUTE, activeAt: NOON + 4 * MINUTE, sessionId: ID(1) }),
  progress({ id: ID(4), tabId: TAB, seq: 4, ts: NOON + 9 * MINUTE, cause: 'hidden', sessionId: ID(1) } as never),
  opening({ id: ID(5), tabId: TAB, seq: 5, ts: NOON + 14 * MINUTE, activeAt: NOON + 8 * MINUTE, sessionId: ID(5) }),
]

async function filled(folder?: string): Promise<Store> {
  const store = await tempStore(folder === undefined ? {} : { folder })
  const collector = await collect({ store, now: () => NOON + 60 * MINUTE })
  const { body } = await collector.post({ sentAt: NOON + 60 * MINUTE, events: honest })
  expect(body.rejected).toEqual([])
  await store.queryFacts('select 1 as one')
  return store
}

/** What somebody does to the database, and all that an audit says of it: the faults at which event or session. */
const PLANTED: readonly (readonly [
  what: string,
  statements: readonly string[],
  faults: Readonly<Record<string, string>>,
])[] = [
  ['nothing', [], {}],
  [
    'a claim that does not start where a gap ends',
    [
      `update events set session_id = '${ID(1)}' where event_id = '${ID(5)}'`,
      `delete from sessions where id = '${ID(5)}'`,
    ],
    { not_claimed: ID(5), rolled_up_otherwise: ID(1) },
  ],
  [
    'a session within another',
    [
      `update events set session_id = '${ID(3)}' where event_id in ('${ID(3)}', '${ID(4)}')`,
      `insert into sessions select * replace ('${ID(3)}'::uuid as id, started_at + ${8 * MINUTE} as started_at, 1 as articles, 2 as events) from sessions where id = '${ID(1)}'`,
      `update sessions set last_at = ${NOON + 4 * MINUTE}, articles = 1, events = 2 where id = '${ID(1)}'`,
    ],
    { not_found: ID(3), elsewhere: ID(4), too_soon: ID(3) },
  ],
  [
    'an event in a session that is over',
    [
      `update events set seq = 6, ts = ts + ${11 * MINUTE}, active_at = ${NOON + 14 * MINUTE} where event_id = '${ID(4)}'`,
    ],
    { elsewhere: ID(4), overlapping: ID(4) },
  ],
  [
    'an opening that is gone',
    [`delete from events where event_id = '${ID(1)}'`],
    { not_claimed: ID(3), elsewhere: ID(4), without_opening: ID(2), only_rolled_up: ID(1) },
  ],
  [
    'an opening that is there twice',
    [`insert into events select * from events where event_id = '${ID(5)}'`],
    { opened_twice: ID(5), rolled_up_otherwise: ID(5) },
  ],
  ['a session that no report has', [`delete from sessions where id = '${ID(1)}'`], { not_rolled_up: ID(1) }],
  [
    'a session out of nothing',
    [`insert into sessions select * replace ('${ID(9)}'::uuid as id) from sessions where id = '${ID(1)}'`],
    { only_rolled_up: ID(9) },
  ],
  [
    'a session with a later end',
    [`update sessions set last_at = last_at + 1 where id = '${ID(5)}'`],
    { rolled_up_otherwise: ID(5) },
  ],
  ['a clock that ran back', [`update events set ts = ts - ${3 * MINUTE} where event_id = '${ID(4)}'`], {}],
]

const faultsIn = ({ faults, named }: Audited): Record<string, string> => {
  expect(named.map(({ fault }) => fault).sort()).toEqual(
    Object.entries(faults)
      .flatMap(([fault, n]) => Array<string>(n).fill(fault))
      .sort(),
  )
  return Object.fromEntries(named.map(({ fault, id }) => [fault, id]))
}

describe('an audit by the database', () => {
  test.each(PLANTED)('tells %s', async (_, statements, expected) => {
    const store = await filled()
    for (const statement of statements) await store.query(statement)
    expect(faultsIn(await auditLog(store, PERIOD))).toEqual(expected)
  })

  test('counts by day and entry, and leaves to a recount the tabs whose clock ran back', async () => {
    const store = await filled()
    const day = { start: MIDNIGHT, claimed: 2, unclear: 0, found: 2, rolled_up: 2 }
    const found = await auditLog(store, PERIOD)
    expect(found.days).toEqual([{ ...day, article_click: 1, direct_link: 1, search_enter: 0 }])
    expect(found.events).toBe(5)
    await store.query(`update events set ts = ts - ${3 * MINUTE} where event_id = '${ID(4)}'`)
    const none = { article_click: 0, direct_link: 0, search_enter: 0 }
    expect((await auditLog(store, PERIOD)).days).toEqual([{ ...day, unclear: 2, found: 0, ...none }])
  })

  test('counts by another idle time', async () => {
    const store = await filled()
    const audited = await auditLog(store, { ...PERIOD, idleMs: 10 * MINUTE })
    expect(audited.days[0]).toMatchObject({ claimed: 2, found: 1 })
    expect(faultsIn(audited)).toEqual({ not_found: ID(5), too_soon: ID(5) })
  })

  test('looks at the days that are asked for', async () => {
    const store = await filled()
    const later = { site: SITE, from: MIDNIGHT + DAY, to: MIDNIGHT + 2 * DAY, starts: [MIDNIGHT + DAY] }
    expect(await auditLog(store, later)).toMatchObject({
      events: 0,
      named: [],
      days: [{ claimed: 0, found: 0, rolled_up: 0 }],
    })
  })
})

describe('helptally recount --audit', () => {
  const audit = (folder: string, ...args: readonly string[]) =>
    runInTerminal([
      ...['recount', '--audit', '--store', `duckdb:${folder}`, '--site', SITE],
      ...['--from', '2026-03-10', '--to', '2026-03-11', ...args],
    ])

  test('is 0 when all are equal, and says what it did not look at', async () => {
    const folder = await tempFolder()
    await (await filled(folder)).close()
    const { code, out } = await audit(folder)
    expect(out).toMatch(
      /^Audit of docs, 2026-03-10 up to 2026-03-11 \(UTC\), by the database itself: .* reach 5:00\.000$/m,
    )
    expect(out).toMatch(/^Pages counted 2 sessions, openings and gaps find 2, the reports count 2\.$/m)
    expect(out).toMatch(/^Equal, as far as the database can say\.\nNot looked at: conversations,/m)
    expect(out).toMatch(/^2026-03-10 +2 +2 +0 +2 +1 +1 +0$/m)
    expect(code).toBe(0)
  })

  test('is 1 when they are not, and names what differs, in Spanish and as JSON too', async () => {
    const folder = await tempFolder()
    const store = await filled(folder)
    await store.query(`delete from sessions where id = '${ID(1)}'`)
    await store.close()
    const { code, out } = await audit(folder)
    expect(out).toMatch(/^They differ:\n {2}1 sessions that are in no report\n {2}2026-03-10 .*: in no report$/m)
    expect(code).toBe(1)
    expect((await audit(folder, '--lang', 'es')).out).toContain(`${ID(1)}: en ningún informe`)
    expect(JSON.parse((await audit(folder, '--json')).out)).toMatchObject({
      ...{ isEqual: false, idleMs: 300_000, totals: { claimed: 2, found: 2, rolled_up: 1 } },
      named: [{ fault: 'not_rolled_up', id: ID(1), at: NOON }],
    })
  })

  test('takes no other rules, and no checkpoint', async () => {
    expect(await audit('nowhere', '--checkpoint', 'file')).toMatchObject({
      code: 2,
      error: expect.stringContaining('--audit: expected no --rules and no --checkpoint'),
    })
  })
})

describeChdb('ClickHouse, 26.7 in process, audited by the same statements,', () => {
  test('tells the same of everything planted', async () => {
    const clickhouse = await chdb()
    for (const [what, statements, expected] of PLANTED) {
      const store = await filled()
      for (const statement of statements) await store.query(statement)
      await clickhouse.copy(store, ['events', 'sessions'])
      const audited = await auditLog(clickhouse.answering(store), PERIOD)
      expect({ what, faults: faultsIn(audited) }).toEqual({ what, faults: expected })
      expect(audited).toEqual(await auditLog(store, PERIOD))
      await store.close()
    }
  }, 240_000)
})
