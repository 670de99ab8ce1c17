import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { HelpEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { linesOfFacts } from '../src/conversations/linesOfFacts.js'
import { createPseudonyms } from '../src/conversations/pseudonyms.js'
import type { LogLine } from '../src/ledger/ledgerLine.js'
import type { Label } from '../src/log/storedEvent.js'
import { toLine } from '../src/log/toLine.js'
import { checkpointOf } from '../src/migrate/checkpoint.js'
import { clickhouseSide } from '../src/migrate/clickhouseSide.js'
import { duckdbSide } from '../src/migrate/duckdbSide.js'
import { type Migrated, migrateStore } from '../src/migrate/migrateStore.js'
import type { Target } from '../src/migrate/side.js'
import { createClickhouseStore } from '../src/store/clickhouse/clickhouseStore.js'
import type { Cluster } from '../src/store/clickhouse/servers/cluster.js'
import { DERIVED_TABLES } from '../src/store/clickhouse/tables/derivedTables.js'
import { createDuckdbStore } from '../src/store/duckdb/duckdbStore.js'
import type { Store } from '../src/store/store.js'
import { describeChdb } from './helpers/chdb.js'
import { chdbCluster } from './helpers/chdbCluster.js'
import { opening, SITE } from './helpers/events.js'
import { END, readers, START } from './helpers/readers.js'
import { scenario, TALKED } from './helpers/talks.js'
import { tempFolder } from './helpers/temp.js'

const NOW = END
const SOURCE = 'abcdef012345'

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !text.includes('\0')),
  fc.constantFrom('', "it's", '\\', '\\N', '"', '{x:Y}', 'ñandú', '😀', '\t\n', '\u2028', '%_'),
)

/** What is told to a store. */
interface Told {
  readonly lines: readonly LogLine[]
  readonly tickets: readonly { readonly ticket: string; readonly ref: string; readonly visitor: string }[]
  readonly notes: readonly string[]
  readonly gaps: readonly string[]
}

const dressed = (events: readonly HelpEvent[]) =>
  fc
    .array(
      fc.record({
        text: oddText,
        list: fc.option(fc.array(oddText, { maxLength: 3 })),
        label: fc.constantFrom<Label>('', '', '', 'bot', 'test'),
        number: fc.double({ noNaN: true, noDefaultInfinity: true }),
        synthetic: fc.boolean(),
      }),
      { minLength: events.length, maxLength: events.length },
    )
    .map((all) =>
      events.map((event, i) => {
        const { text, list, label, number, synthetic } = all[i]!
        // A reader stays on one.
        const site = event.visitorId.endsWith('2') ? "a 'site' of its own" : SITE
        const line = toLine({ ...event, site } as HelpEvent, event.ts + (i % 7), event.ts, { label, device: 'phone' })
        const value = event.name === 'browser.web_vital' ? number : (line.value ?? null)
        const odd = { article_section: text, comment: text, filters: list, offered: list, value, synthetic }
        return { ...line, ...odd, query: line.query ?? text }
      }),
    )

const talked = scenario.map(([, facts]) => {
  const received = { site: SITE, label: '' as const, receivedAt: TALKED, pseudonyms: createPseudonyms('key') }
  return linesOfFacts(facts, received).lines
})

const turnedAway = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 6 * 86_400_000 }),
      reason: oddText,
      times: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 4 },
  )
  .map((all) =>
    all.flatMap(({ at, reason, times }): LogLine[] => {
      const line = { rejected_id: reason, reason, site: SITE, tab_id: null, seq: null, received_at: NOW - at }
      return Array.from({ length: times }, () => ({ ...line, outcome: 'invalid' as const }))
    }),
  )

const told: fc.Arbitrary<Told> = fc
  .record({
    events: readers.chain(dressed),
    talks: talked,
    away: turnedAway,
    tickets: fc.array(
      fc.record({
        ticket: fc.constantFrom('1', '2', '3', "4'"),
        ref: oddText,
        visitor: fc.constantFrom('', VISITOR()),
      }),
      { maxLength: 4 },
    ),
    notes: fc.array(oddText, { maxLength: 2 }),
    gaps: fc.array(fc.constantFrom('export', 'import', 'pdf'), { maxLength: 3 }),
  })
  .map(({ events, talks, away, ...others }) => ({ ...others, lines: [...events, ...talks, ...away] }))

function VISITOR(): string {
  return '0198c000-0000-7000-8000-0000000000aa'
}

async function tell(store: Store, { lines, tickets, notes, gaps }: Told, at: number): Promise<void> {
  // Some come twice.
  await store.append(lines)
  await store.append(lines.slice(0, 3))
  const named = tickets.map((ticket) => ({ ...ticket, at, channel: 'mail' }))
  if (named.length > 0) await store.keepTickets({ site: SITE, receivedAt: at, tickets: named })
  for (const [i, text] of notes.entries()) {
    const annotation = { id: crypto.randomUUID(), at: at + i, kind: 'note' as const, text, article: '', by: text }
    await store.changeAnnotations({ do: 'add', site: SITE, annotation })
  }
  for (const [i, query] of gaps.entries()) {
    const change = { do: 'set' as const, query, to: { owner: `${at + i}` } }
    await store.changeGaps({ site: SITE, at: at + i, by: 'ana', change })
  }
}

interface Home {
  readonly folder: string
  readonly cluster: Cluster | null
}

const homes = {
  duckdb: async (): Promise<Home> => ({ folder: await tempFolder(), cluster: null }),
  clickhouse: async (): Promise<Home> => ({ folder: await tempFolder(), cluster: await chdbCluster() }),
}

const quiet = { log: () => undefined, now: () => NOW }

function sideAt({ folder, cluster }: Home, failing: (cluster: Cluster) => Cluster = (same) => same): Target {
  if (!cluster) return duckdbSide(createDuckdbStore(folder, quiet), folder)
  const wired = failing(cluster)
  const store = createClickhouseStore(wired, folder, { ...quiet, shipAfterMs: 3_600_000 })
  return clickhouseSide({ cluster: wired, store, now: () => NOW })
}

/** What is rejected with in the place of a process that ends. */
class Killed extends Error {}

/** Ends at the n-th of its calls: before it is made, or after it was, when the answer is lost. */
function dying<T extends object>(calls: T, names: readonly string[], count: () => 'no' | 'before' | 'after'): T {
  const own = Object.fromEntries(
    names.map((name) => {
      const call = (calls as Record<string, (...args: unknown[]) => Promise<unknown>>)[name]!
      return [
        name,
        async (...args: unknown[]) => {
          const dies = count()
          if (dies === 'before') throw new Killed(name)
          const result = await call(...args)
          if (dies === 'after') throw new Killed(name)
          return result
        },
      ]
    }),
  )
  return { ...calls, ...own }
}

const STEPS = [
  ...['days', 'events', 'hashes', 'rows', 'take', 'ledgerOf', 'addToLedger', 'addLedgerEvents', 'addRemoved'],
  ...['takeGapChanges', 'derive'],
]

interface Death {
  readonly at: number
  readonly how: 'before' | 'after'
}

function countdown(death: Death | undefined): () => 'no' | 'before' | 'after' {
  let calls = 0
  return () => (++calls === death?.at ? death.how : 'no')
}

async function migrateOnce(
  from: Home,
  to: Home,
  { death, meanwhile }: { death?: Death; meanwhile?: (source: Store) => Promise<void> },
): Promise<Migrated> {
  const count = countdown(death)
  const failing = (cluster: Cluster): Cluster => dying(cluster, ['insert'], count)
  const source = sideAt(from)
  const target = sideAt(to, failing)
  let waiting = meanwhile
  let told: Promise<void> | undefined
  try {
    const side = dying(target, STEPS, count)
    return await migrateStore(source, side, {
      source: SOURCE,
      checkpoint: await checkpointOf(to.folder, SOURCE),
      add: false,
      onProgress: () => {
        told ??= waiting?.(source.store)
        waiting = undefined
      },
      signal: new AbortController().signal,
      now: () => NOW,
      eventsAtOnce: 12,
    })
  } finally {
    await told
    await source.close()
    await target.close()
  }
}

/** Only what a row says: not where it lies, and no list that is missing. */
async function rowsOf(store: Store, table: string): Promise<string[]> {
  const rows = await store.queryFacts<Record<string, unknown>>(`select * from ${table}`)
  return rows
    .map(({ row_key, version, gone, block, day, ...row }) =>
      JSON.stringify(
        Object.entries(row)
          .map(([name, value]) => [name, name === 'offered' && table !== 'events' ? (value ?? []) : value])
          .sort(),
      ),
    )
    .sort()
}

const OTHERS = ['tickets', 'annotations', 'gap_changes', 'removed', 'ledger_events']

async function mustBeEqual(from: Home, to: Home): Promise<void> {
  const [source, target] = [sideAt(from), sideAt(to)]
  try {
    for (const table of [...DERIVED_TABLES.map(({ name }) => name), ...OTHERS])
      expect({ [table]: await rowsOf(target.store, table) }).toEqual({ [table]: await rowsOf(source.store, table) })
    await source.settle()
    expect(await target.days()).toEqual(await source.days())
    const sorted = async (side: Target) =>
      (await side.rows('ledger')).map((row) => JSON.stringify(Object.entries(row).sort()))
    expect((await sorted(target)).sort()).toEqual((await sorted(source)).sort())
  } finally {
    await source.close()
    await target.close()
  }
}

const deaths = fc.array(
  fc.record({ at: fc.integer({ min: 1, max: 40 }), how: fc.constantFrom<'before' | 'after'>('before', 'after') }),
  { maxLength: 3 },
)

describeChdb('a migration', () => {
  test.each([
    ['duckdb', 'clickhouse'],
    ['clickhouse', 'duckdb'],
    ['duckdb', 'duckdb'],
  ] as const)(
    'from %s to %s, killed anywhere and begun again, while more comes, ends in the same store',
    async (kind, other) => {
      await fc.assert(
        fc.asyncProperty(told, told, deaths, async (first, later, all) => {
          const [from, to] = [await homes[kind](), await homes[other]()]
          const before = sideAt(from)
          await tell(before.store, first, NOW - 1_000)
          await before.close()
          for (const death of all) {
            await migrateOnce(from, to, { death }).catch((error: Error) => {
              if (!(error instanceof Killed)) throw error
            })
          }
          await migrateOnce(from, to, { meanwhile: (source) => tell(source, later, NOW) })
          const done = await migrateOnce(from, to, {})
          expect(done).toMatchObject({ equal: true, twice: 0, goes_on: false })
          expect(done.days.unequal).toEqual([])
          await mustBeEqual(from, to)
          expect((await migrateOnce(from, to, {})).copied).toEqual({
            ...{
              events: 0,
              ledger: 0,
              ledger_events: 0,
              tickets: 0,
              annotations: 0,
              gap_changes: 0,
              erased: 0,
              removed: 0,
            },
          })
        }),
        { numRuns: Number(process.env.MIGRATE_RUNS ?? 3), interruptAfterTimeLimit: 240_000, endOnFailure: true },
      )
    },
    300_000,
  )

  test('from duckdb to clickhouse, has an event once that came to both, and nobody who was erased', async () => {
    const [from, to] = [await homes.duckdb(), await homes.clickhouse()]
    const [both, gone, stays] = [0, 1, 2].map((n) => opening({ ...ids(n), ts: START + n }))
    const [old, fresh] = [sideAt(from), sideAt(to)]
    await old.store.append([both, gone, stays].map((event) => toLine(event!, event!.ts, event!.ts)))
    await old.store.query('select 1 as one')
    await old.close()
    await migrateOnce(from, to, {})
    // Known before it was copied, from its page: only the time at which it came is another one.
    await fresh.store.query('select 1 as one')
    await to.cluster!.command(
      `alter table events update received_at = received_at + 60000, block = 'page' where event_id = '${both!.id}' settings mutations_sync = 2`,
    )
    await fresh.store.eraseVisitor(gone!.visitorId)
    await fresh.close()
    await rm(join(to.folder, 'migration'), { recursive: true })
    for (let run = 0; run < 2; run++) {
      const { equal, days, twice } = await migrateOnce(from, to, {})
      expect({ equal, twice, unequal: days.unequal }).toEqual({
        equal: true,
        twice: run === 0 ? 1 : 0,
        unequal: [expect.objectContaining({ missing: 0, changed: 0, twice: 1, erased: 1, more: 0 })],
      })
    }
    const target = sideAt(to)
    expect(await target.store.query('select count(*) as n from events')).toEqual([{ n: 2 }])
    expect(await target.store.query('select count(*) as n from sessions')).toEqual([{ n: 2 }])
    const ledger =
      'select sum(l.received) as received, sum(l.accepted) as accepted, sum(l.duplicate) as duplicate from ledger l'
    expect(await target.store.query(ledger)).toEqual([{ received: 3, accepted: 2, duplicate: 1 }])
    await target.close()
  }, 240_000)
})

function ids(n: number) {
  const id = `019d36ac-8850-7607-8809-00000000000${n}`
  return { id, sessionId: id, tabId: id, visitorId: id }
}
