import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Audited, auditLog } from '../src/recount/auditLog.js'
import { recountLog } from '../src/recount/recountLog.js'
import type { Store } from '../src/store/store.js'
import { chdb, describeChdb } from './helpers/chdb.js'
import { collect } from './helpers/collect.js'
import { NOON } from './helpers/events.js'
import { withLies } from './helpers/lies.js'
import { tabs } from './helpers/tabs.js'
import { tempStore } from './helpers/temp.js'

const DAY = 86_400_000
const NOW = NOON + 3 * DAY
const MIDNIGHT = NOON - DAY / 2
const PERIOD = { from: MIDNIGHT, to: MIDNIGHT + 4 * DAY, starts: [0, 1, 2, 3].map((day) => MIDNIGHT + day * DAY) }

/** On two shards: a tab may lie on both, where somebody says that it is another visitor's. */
const VISITORS = ['0198c000-0000-7000-8000-00000000000a', '0198c000-0000-7000-8000-00000000000b']

const idsOf = ({ named }: Audited, ...faults: readonly string[]): string[] =>
  named
    .filter(({ fault }) => faults.includes(fault))
    .map(({ id }) => id)
    .sort()

/** A clock that now and then is set, forward or back. */
const clocks = fc.array(fc.option(fc.integer({ min: -400_000, max: 400_000 }), { freq: 8, nil: 0 }), {
  minLength: 80,
  maxLength: 80,
})

const sent = tabs.chain((events) =>
  fc.tuple(withLies(events), clocks, fc.boolean()).map(([lying, sets, isSet]) =>
    lying.map((event, i) => ({
      ...event,
      visitorId: VISITORS[(i % 8 === 7 ? i : Number(event.tabId.at(-1))) % 2]!,
      ...(isSet && { ts: event.ts + sets[i % 80]! }),
    })),
  ),
)

async function agree(
  runs: number,
  all: Store,
  engines: (store: Store) => Promise<readonly Store[]>,
): Promise<{ unclear: number; differ: number }> {
  const met = { unclear: 0, differ: 0 }
  await fc.assert(
    fc.asyncProperty(sent, fc.constantFrom(3, 50_000), async (events, atOnce) => {
      await all.forgetBefore(Number.MAX_SAFE_INTEGER)
      const site = events[0]!.site
      const collector = await collect({ store: all, now: () => NOW, site })
      await collector.post({ sentAt: NOW, events })
      await all.queryFacts('select 1 as one')
      const found = await recountLog(all, { site, ...PERIOD, rules: null })
      for (const store of await engines(all)) {
        const audited = await auditLog(store, { site, ...PERIOD }, { eventsAtOnce: atOnce, sessionsAtOnce: atOnce })
        const unclear = unclearTabs(await rowsOf(all, site))
        const tabOf = new Map(events.map(({ id, tabId }) => [id, tabId]))
        const clear = found.named.filter(({ eventId }) => !unclear.has(tabOf.get(eventId)!))
        for (const kind of ['not_claimed', 'not_found', 'elsewhere'])
          expect(idsOf(audited, kind)).toEqual(
            clear
              .filter((one) => one.kind === kind)
              .map(({ eventId }) => eventId)
              .sort(),
          )
        expect(audited.days.map((day) => day.claimed)).toEqual(found.days.map((day) => day.claimed))
        expect(audited.events).toBe(found.events)
        if (unclear.size === 0) expect(audited.days.map((day) => day.found)).toEqual(found.days.map((day) => day.found))
        for (const day of audited.days) expect(day.article_click + day.direct_link + day.search_enter).toBe(day.found)
        expect(idsOf(audited, 'not_rolled_up', 'only_rolled_up', 'rolled_up_otherwise')).toEqual([])
        met.unclear += unclear.size
        met.differ += clear.length
      }
    }),
    { numRuns: runs, interruptAfterTimeLimit: 120_000 },
  )
  return met
}

interface Row {
  tab_id: string
  name: never
  cause: string
  trigger: string
  ts: number
  active_at: number | null
}

const rowsOf = (store: Store, site: string) =>
  store.query<Row>(
    'select e.tab_id::varchar as tab_id, e.name, e.cause, e.trigger, e.ts, e.active_at from events e where e.site = $site order by e.tab_id, e.seq, e.event_id',
    { site },
  )

/** Of which the evidence has no order of its own, told event by event. */
function unclearTabs(rows: readonly Row[]): Set<string> {
  const unclear = new Set<string>()
  for (const [tab, told] of Map.groupBy(rows, ({ tab_id }) => tab_id)) {
    let [latest, proved] = [0, 0]
    for (const { ts, active_at, ...event } of told) {
      const active = active_at ?? 0
      if (ts < latest || active > ts || (active > proved && active < latest)) unclear.add(tab)
      latest = Math.max(latest, ts)
      proved = Math.max(proved, active, isActive(event as never) ? ts : 0)
    }
  }
  return unclear
}

const isActive = (event: { name: string; cause: string; trigger: string }): boolean =>
  ['help.article.open', 'help.feedback.vote'].includes(event.name) ||
  event.cause === 'input' ||
  (event.name === 'help.search.submit' && event.trigger !== 'leave')

test('an audit by the database agrees with a recount by the rulebook, however pages lie', async () => {
  const met = await agree(Number(process.env.AUDIT_RUNS ?? 15), await tempStore(), async (store) => [store])
  expect(Math.min(met.unclear, met.differ)).toBeGreaterThan(0)
}, 240_000)

describeChdb('ClickHouse, 26.7 in process,', () => {
  test('audits two shards as DuckDB does one file', async () => {
    const clickhouse = await chdb()
    await clickhouse.createTables(2)
    await agree(Number(process.env.AUDIT_RUNS ?? 5), await tempStore(), async (store) => {
      await clickhouse.copy(store, ['events', 'sessions'])
      return [store, clickhouse.answering(store)]
    })
  }, 240_000)
})
