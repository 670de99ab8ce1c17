import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ClickhouseStoreOptions, createClickhouseStore } from '../src/store/clickhouse/clickhouseStore.js'
import type { Cluster } from '../src/store/clickhouse/servers/cluster.js'
import { DERIVED_TABLES } from '../src/store/clickhouse/tables/derivedTables.js'
import type { Store } from '../src/store/store.js'
import { StoreUnavailable } from '../src/storeUnavailable.js'
import { describeChdb } from './helpers/chdb.js'
import { chdbCluster } from './helpers/chdbCluster.js'
import { contacted, MINUTE, NOON, opening, progress, rowsOf, SITE, search, vital } from './helpers/events.js'
import { readers } from './helpers/readers.js'
import { afterTest, tempFolder, tempStore } from './helpers/temp.js'

const DAY = 24 * 60 * MINUTE
const quiet = { log: () => undefined, shipAfterMs: 3_600_000 }

async function storeOn(cluster: Cluster, options: ClickhouseStoreOptions & { folder?: string } = {}): Promise<Store> {
  const store = createClickhouseStore(cluster, options.folder ?? (await tempFolder()), { ...quiet, ...options })
  afterTest(() => store.close())
  return store
}

/** What is written to a cluster goes through `change`, which may lose the answer. */
function losing(cluster: Cluster, change: (what: string) => void): Cluster {
  return {
    ...cluster,
    async insert(shard, block) {
      await cluster.insert(shard, block)
      change(block.table)
    },
    async command(sql, options) {
      await cluster.command(sql, options)
      change(sql)
    },
  }
}

const [HERS, HIS] = ['0198c000-0000-7000-8000-00000000000a', '0198c000-0000-7000-8000-0000000000bb']
const TAB = '0198c000-0000-7000-8000-00000000000b'

/** Two visitors whose searches hang together, a ticket of each, and a third who has nothing to do with them. */
function twoVisitors() {
  const queryId = randomUUID()
  const searched = search({ queryId, visitorId: HIS, tabId: randomUUID() })
  const found = opening({ queryId, visitorId: HERS, tabId: TAB, ts: NOON + MINUTE })
  const session = { visitorId: HERS, tabId: TAB, sessionId: found.id }
  const events = [
    ...[searched, found, contacted({ ...session, ts: NOON + 2 * MINUTE, seq: 2, ticket: 'ref-1' })],
    opening({ visitorId: randomUUID(), tabId: randomUUID() }),
  ]
  const tickets = [
    { ticket: 'T-1', at: NOON, visitor: '', ref: 'ref-1', channel: '' },
    { ticket: 'T-2', at: NOON, visitor: HERS, ref: '', channel: '' },
    { ticket: 'T-3', at: NOON, visitor: HIS, ref: '', channel: '' },
  ]
  return { events, feed: { site: SITE, receivedAt: NOON, tickets } }
}

/** What is known of whom, and what is derived of it, in every table. */
async function stateOf(store: Store) {
  const rows = async (table: string): Promise<string[]> =>
    (await store.queryFacts<Record<string, unknown>>(`select * from ${table}`)).map(toComparable).sort()
  const visitors = async (table: string) =>
    (await store.query<{ v: string }>(`select distinct t.visitor_id::varchar as v from ${table} t order by v`)).map(
      ({ v }) => v,
    )
  return {
    ids: await store.query('select e.event_id::varchar as id from events e order by id'),
    visitors: await visitors('events'),
    tickets: await store.query('select t.ticket from tickets t order by t.ticket'),
    derived: Object.fromEntries(
      await Promise.all(DERIVED_TABLES.map(async ({ name }) => [name, await rows(name)] as const)),
    ),
  }
}

/** Without what only a cluster has, whose lists are never null. */
function toComparable({ row_key, version, gone, ...row }: Record<string, unknown>): string {
  const known = Object.entries(row).map(([name, value]) => [
    name,
    Array.isArray(value) && value.length === 0 ? null : value,
  ])
  return JSON.stringify(Object.fromEntries(known.sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1))))
}

describeChdb('what is told to several processes', () => {
  test('is kept one after the other: each change has a number of its own, and finds those before', async () => {
    const cluster = await chdbCluster()
    const stores = [await storeOn(cluster), await storeOn(cluster)]
    const changes = await Promise.all(
      ['a', 'b', 'c', 'd'].map((owner, nth) => {
        const change = { do: 'set', query: `q${nth % 3}`, to: { owner } } as const
        return stores[nth % 2]!.changeGaps({ site: nth === 0 ? 'other' : SITE, at: NOON, by: '', change })
      }),
    )
    expect(changes.map((change) => 'nr' in change && change.nr).sort()).toEqual([1, 2, 3, 4])
    const annotation = { id: randomUUID(), at: NOON, kind: 'note', text: "it's \\ told", article: '', by: '' } as const
    const told = await Promise.all(
      stores.map((store) =>
        store.changeAnnotations({ do: 'add', site: SITE, annotation: { ...annotation, id: randomUUID() } }),
      ),
    )
    expect(told[0]).toBe(told[1])
    expect(await stores[0]!.query('select a.text from annotations a')).toEqual([{ text: annotation.text }])
  })

  test('waits, and is refused with a sentence, while a replica lacks what another one has', async () => {
    const cluster = await chdbCluster()
    let lag = 3
    const lagging: Cluster = {
      ...cluster,
      queryReplica: async <Row>(shard: number, replica: number, sql: string) =>
        sql.includes('system.replicas') ? ([{ lag }] as Row[]) : cluster.queryReplica<Row>(shard, replica, sql),
    }
    const store = await storeOn(lagging)
    const order = { do: 'remove', site: SITE, id: randomUUID() } as const
    await expect(store.changeAnnotations(order)).rejects.toThrow(
      /^\[helptally\] The replicas of chDB .* lack something/,
    )
    await expect(store.forgetBefore(NOON)).rejects.toMatchObject({ name: 'StoreUnavailable' })
    lag = 0
    expect(await store.changeAnnotations(order)).toBeNull()
  })
})

describeChdb('erasing on a cluster', () => {
  const options = { now: () => NOON + DAY }

  async function filled(cluster: Cluster) {
    const { events, feed } = twoVisitors()
    const store = await storeOn(cluster, options)
    await store.append(rowsOf(...events))
    await store.append(rowsOf(events[1]!))
    await store.keepTickets(feed)
    await store.queryFacts('select * from searches')
    return { store, events }
  }

  test('leaves of a visitor nothing in any table, and derives anew what hung together with it', async () => {
    const cluster = await chdbCluster()
    const { store, events } = await filled(cluster)
    const whole = await tempStore(options)
    await whole.append(rowsOf(...events, events[1]!))
    const clicked = 'select s.visitor_id::varchar as visitor, s.clicks from searches s'
    expect(await store.queryFacts(clicked)).toEqual([{ visitor: HIS, clicks: 1 }])
    expect(await store.eraseVisitor(HERS)).toBe(2)
    await whole.eraseVisitor(HERS)
    const state = await stateOf(store)
    expect({ ...state, tickets: [] }).toEqual({ ...(await stateOf(whole)), tickets: [] })
    expect(state.tickets).toEqual([{ ticket: 'T-3' }])
    expect(await store.queryFacts(clicked)).toEqual([{ visitor: HIS, clicks: 0 }])
    expect(await store.query('select * from ledger_events')).toEqual([])
    const everywhere = ['events', 'touched', 'ties', ...DERIVED_TABLES.map(({ name }) => name)]
    for (const table of everywhere) {
      const sql = `select count(*) as n from ${table} where visitor_id = '${HERS}' settings final = 0`
      expect([table, await cluster.query(sql)]).toEqual([table, [{ n: 0 }]])
    }
    expect(await store.query('select r.cause, r.events from removed r')).toEqual([{ cause: 'erased', events: 2 }])
  })

  const DIES_AFTER: readonly (readonly [string, RegExp])[] = [
    ['the visitor is kept out', /^erased$/],
    ['others are touched', /^touched$/],
    ['the ledger forgot it', /delete from ledger_events/],
    ['tickets are gone', /delete from tickets/],
    ['it is noted', /^removed$/],
    ['some of what was derived is gone', /delete from opens/],
    ['nobody is touched any more', /delete from touched/],
    ['the events are gone', /delete from events/],
  ]

  test.each(DIES_AFTER)('that was killed when %s is done by asking again, and noted once', async (_, point) => {
    const cluster = await chdbCluster()
    const { store } = await filled(cluster)
    let isKilled = false
    const dying = await storeOn(
      losing(cluster, (what) => {
        if (isKilled || !point.test(what)) return
        isKilled = true
        throw new StoreUnavailable('It was killed')
      }),
      options,
    )
    await expect(dying.eraseVisitor(HERS)).rejects.toThrow('It was killed')
    // Once the events are gone, nothing says any more how many there were.
    expect(await store.eraseVisitor(HERS)).toBe(point.test('delete from events') ? 0 : 2)
    const { visitors, tickets } = await stateOf(store)
    expect([visitors.includes(HERS), tickets]).toEqual([false, [{ ticket: 'T-3' }]])
    expect(await store.query('select sum(r.events) as events from removed r')).toEqual([{ events: 2 }])
  })

  test('keeps out what another process had planned before and ships afterwards', async () => {
    const cluster = await chdbCluster()
    const blind = { ...cluster, query: async (sql: string) => (sql.includes('from erased') ? [] : cluster.query(sql)) }
    const [one, other] = [await storeOn(cluster, options), await storeOn(blind as Cluster, options)]
    const late = opening({ visitorId: HERS })
    await one.eraseVisitor(HERS)
    await other.append(rowsOf(late, opening({ visitorId: HIS, tabId: randomUUID() })))
    expect(await other.query('select count(*) as n from events')).toEqual([{ n: 2 }])
    expect(await one.query('select s.visitor_id::varchar as visitor from sessions s')).toEqual([{ visitor: HIS }])
    expect(await one.query('select e.visitor_id::varchar as visitor from events e')).toEqual([{ visitor: HIS }])
    expect(
      await one.query(
        'select sum(l.received) as received, sum(l.accepted) as accepted, sum(l.consent_missing) as missing from ledger l',
      ),
    ).toEqual([{ received: 2, accepted: 1, missing: 1 }])
    expect(await one.query('select l.event_id, l.outcome, l.reason from ledger_events l')).toEqual([
      { event_id: late.id, outcome: 'consent_missing', reason: 'the visitor was erased' },
    ])
    for (const table of ['touched', 'ties']) {
      const sql = `select count(*) as n from ${table} where visitor_id = '${HERS}'`
      expect([table, await cluster.query(sql)]).toEqual([table, [{ n: 0 }]])
    }
  })
})

describeChdb('forgetting on a cluster', () => {
  test('takes what it takes in a DuckDB store, whatever came, and what is left is derived alike', async () => {
    await fc.assert(
      fc.asyncProperty(readers, fc.nat(1_000), fc.constantFrom(-1, 0, 1, 5 * MINUTE), async (events, near, offMs) => {
        const [store, whole] = [await storeOn(await chdbCluster()), await tempStore()]
        for (const one of [store, whole]) await one.append(rowsOf(...events))
        const times = events.map(({ ts }) => ts)
        for (const before of [times[near % times.length]! + offMs, Math.max(...times)]) {
          expect(await store.forgetBefore(before)).toEqual(await whole.forgetBefore(before))
          expect(await stateOf(store)).toEqual(await stateOf(whole))
        }
        expect(await store.query('select r.before from removed r')).toEqual(
          await whole.query('select r.before from removed r'),
        )
      }),
      { numRuns: Number(process.env.FORGET_RUNS ?? 3), endOnFailure: true, interruptAfterTimeLimit: 200_000 },
    )
  }, 300_000)

  test('drops the months of which nothing is left, and what is kept for a time only', async () => {
    const cluster = await chdbCluster()
    let now = NOON
    const said: string[] = []
    const store = await storeOn(cluster, { now: () => now, keepDays: 40, log: (line) => said.push(line) })
    await store.append(rowsOf(opening({ ts: NOON - 30 * DAY }), opening({ ts: NOON, tabId: randomUUID() })))
    const parts = async () => {
      const sql = `select distinct partition from system.parts where active and database = '${cluster.database}' and table = 'events' order by partition`
      return (await cluster.query<{ partition: string }>(sql)).map(({ partition }) => partition)
    }
    await store.query('select * from sessions')
    expect(await parts()).toEqual(['202602', '202603'])
    now = NOON + 80 * DAY
    expect(await store.query('select count(*) as n from sessions')).toEqual([{ n: 0 }])
    expect(await store.query('select count(*) as n from events')).toEqual([{ n: 0 }])
    await store.close()
    expect(await parts()).toEqual(['202603'])
    expect(said).toEqual([])
  })

  test('waits for nobody when what it takes had come just before', async () => {
    const cluster = await chdbCluster()
    const [store, other] = [await storeOn(cluster), await storeOn(cluster)]
    const old = opening({ ts: NOON - DAY })
    await store.append(rowsOf(old, progress({ ts: NOON - DAY + 1, sessionId: old.id }), vital({ ts: NOON })))
    await other.append(rowsOf(opening({ ts: NOON - 2 * DAY, visitorId: HIS, tabId: randomUUID() })))
    const forgotten = store.forgetBefore(NOON - MINUTE)
    await other.query('select count(*) as n from events')
    const { events } = await forgotten
    const rest = await store.forgetBefore(NOON - MINUTE)
    expect(events + rest.events).toBe(3)
    const startedAt = Date.now()
    expect(await other.query('select count(*) as n from sessions')).toEqual([{ n: 0 }])
    expect(Date.now() - startedAt).toBeLessThan(30_000)
  })
})

describeChdb('a log that a cluster does not take', () => {
  const away = (cluster: Cluster): Cluster & { isAway: boolean } => {
    const gone = { ...cluster, isAway: true }
    const asks = async <T>(ask: () => Promise<T>): Promise<T> => {
      if (gone.isAway) throw new StoreUnavailable('[helptally] Nobody answers at db:8123.')
      return ask()
    }
    gone.query = (sql, params) => asks(() => cluster.query(sql, params))
    gone.queryShard = (shard, sql, params) => asks(() => cluster.queryShard(shard, sql, params))
    gone.insert = (shard, block) => asks(() => cluster.insert(shard, block))
    return gone
  }

  test('goes on taking, says how much waits since when, and refuses more than may wait', async () => {
    const cluster = away(await chdbCluster())
    const folder = await tempFolder()
    const store = await storeOn(cluster, { folder, maxWaitingBytes: 20_000 })
    const batch = rowsOf(...Array.from({ length: 10 }, () => opening({ tabId: randomUUID() })))
    let taken = 0
    const refused = await (async () => {
      for (;;) {
        await store.append(batch.map((line) => ({ ...line, event_id: randomUUID() })))
        taken += batch.length
      }
    })().catch((error: Error) => error)
    expect([refused.name, refused.message]).toEqual([
      'StoreUnavailable',
      expect.stringMatching(/^\[helptally\] 0\.0 MiB of events wait in .*log for chDB .*pages send them again/),
    ])
    expect(taken).toBeGreaterThan(20)
    const { ready, reason } = await store.health()
    expect([ready, reason]).toEqual([
      false,
      expect.stringMatching(
        /^\[helptally\] Nobody answers at db:8123\. 0\.0 MiB of events wait in the log since 20\d\d-/,
      ),
    ])
    cluster.isAway = false
    expect(await store.query('select count(*) as n from events')).toEqual([{ n: taken }])
    await store.append(batch)
    expect(await store.health()).toMatchObject({ ready: true, reason: null })
    expect(await readdir(join(folder, 'log'))).toEqual([])
  })
})

describeChdb('lines that go to a cluster at once', () => {
  const direct = { insert: 'direct', now: () => NOON } as const
  const ledger =
    'select sum(l.received) as received, sum(l.accepted) as accepted, sum(l.duplicate) as duplicate from ledger l'

  test('are there when they are acknowledged, without a log or a file', async () => {
    const cluster = await chdbCluster()
    const folder = join(await tempFolder(), 'none')
    const store = await storeOn(cluster, { ...direct, folder })
    await (await storeOn(cluster)).query('select 1')
    await store.append(rowsOf(opening(), search()))
    expect(await cluster.query('select count(*) as n from events')).toEqual([{ n: 2 }])
    await expect(readdir(folder)).rejects.toThrow('ENOENT')
    expect(await store.query('select count(*) as n from sessions')).toEqual([{ n: 1 }])
    expect(await store.health()).toMatchObject({ ready: true, reason: null })
  })

  test('that are sent again are duplicates, also in another batch', async () => {
    const store = await storeOn(await chdbCluster(), direct)
    const [one, other] = rowsOf(opening(), search())
    await store.append([one!, one!])
    await store.append([one!, other!])
    await store.append([one!, other!])
    expect(await store.query(ledger)).toEqual([{ received: 6, accepted: 2, duplicate: 4 }])
    expect(await store.query('select count(*) as n from events')).toEqual([{ n: 2 }])
  })

  test.each(['events', 'touched', 'ledger'])('are taken in once when the answer is lost after %s', async (table) => {
    const cluster = await chdbCluster()
    let isLost = false
    const deaf = losing(cluster, (what) => {
      if (what !== table || isLost) return
      isLost = true
      throw new StoreUnavailable('The answer was lost')
    })
    const lines = rowsOf(opening(), search())
    const store = await storeOn(deaf, direct)
    await expect(store.append(lines)).rejects.toThrow('The answer was lost')
    // The page sends it again, and it is dated otherwise.
    await store.append(lines.map((line) => ({ ...line, received_at: line.received_at + 5 })))
    const [counted] = await store.query<Record<string, number>>(ledger)
    expect(counted).toEqual(
      table === 'ledger' ? { received: 4, accepted: 2, duplicate: 2 } : { received: 2, accepted: 2, duplicate: 0 },
    )
    expect(await store.query('select count(*) as n from events')).toEqual([{ n: 2 }])
    expect(await store.query('select count(*) as n from sessions')).toEqual([{ n: 1 }])
  })

  test('are refused when nobody answers, so that pages keep them', async () => {
    const cluster = await chdbCluster()
    const silent = { ...cluster, insert: () => Promise.reject(new StoreUnavailable('[helptally] Nobody answers.')) }
    await (await storeOn(cluster)).query('select 1')
    const store = await storeOn(silent, direct)
    await expect(store.append(rowsOf(opening()))).rejects.toMatchObject({ name: 'StoreUnavailable' })
  })

  test('of an erased visitor are not taken in', async () => {
    const store = await storeOn(await chdbCluster(), direct)
    await store.eraseVisitor(HERS)
    await store.append(rowsOf(opening({ visitorId: HERS })))
    expect(await store.query('select count(*) as n from events')).toEqual([{ n: 0 }])
    expect(await store.query('select sum(l.consent_missing) as n from ledger l')).toEqual([{ n: 1 }])
  })
})

describeChdb('a copy of a cluster', () => {
  test('is a DuckDB store with all that was told and the same sessions', async () => {
    const store = await storeOn(await chdbCluster(), { now: () => NOON })
    const { events, feed } = twoVisitors()
    await store.append(rowsOf(...events))
    await store.append(rowsOf(...events.slice(0, 2)))
    await store.keepTickets(feed)
    await store.changeGaps({ site: SITE, at: NOON, by: 'Ana', change: { do: 'set', query: 'q', to: { owner: 'Bo' } } })
    const erased = opening({ visitorId: randomUUID(), tabId: randomUUID() })
    await store.append(rowsOf(erased))
    await store.eraseVisitor(erased.visitorId)
    const folder = join(await tempFolder(), "o'clock")
    const { events: copied, bytes } = await store.backup(folder)
    expect([copied, bytes > 0]).toEqual([4, true])
    expect(await readdir(folder)).toEqual(['helptally.duckdb'])
    const copy = await tempStore({ folder, now: () => NOON })
    expect(await stateOf(copy)).toEqual(await stateOf(store))
    const counted =
      'select sum(l.received) as received, sum(l.accepted) as accepted, sum(l.duplicate) as duplicate from ledger l'
    expect(await copy.query(counted)).toEqual(await store.query(counted))
    for (const table of ['ledger_events', 'gap_changes', 'erased', 'removed']) {
      const rows = async (of: Store) =>
        (await of.query<Record<string, unknown>>(`select * from ${table}`))
          .map(({ block, ...row }) => toComparable(row))
          .sort()
      expect([table, await rows(copy)]).toEqual([table, await rows(store)])
    }
    await copy.append(rowsOf(erased))
    expect(await copy.query('select count(*) as n from events')).toEqual([{ n: 4 }])
    await expect(store.backup(folder)).rejects.toThrow(/^\[helptally\] .*expected a folder without a store, found/)
  })
})
