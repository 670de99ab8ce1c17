import { join } from 'node:path'
import { uuidv7 } from '@helptally/core'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CANONICAL_FORMS, CANONICAL_VERSION } from '../src/statements/canonicalForm.js'
import { canonicalJson } from '../src/statements/canonicalJson.js'
import { eventPages, eventsIn } from '../src/statements/eventPages.js'
import type { Watch } from '../src/statements/hashDays.js'
import { makeStatement } from '../src/statements/makeStatement.js'
import { signingKey } from '../src/statements/signingKey.js'
import { statementFiles } from '../src/statements/statementFiles.js'
import { verifyStatement } from '../src/statements/verifyStatement.js'
import type { Store } from '../src/store/store.js'
import { filled, seeds } from './helpers/seededEvents.js'
import { AFTER, FIRST_DAY, SECOND_DAY, THIRD_DAY, THREE_DAYS } from './helpers/statements.js'
import { tempFolder, tempStore } from './helpers/temp.js'
import { dayHash, type EventRow, eventHash } from './oracle/canonical.js'

const watch: Watch = { onDay: () => undefined, signal: new AbortController().signal }

async function takenOf(store: Store, site: string, folder: string) {
  const files = statementFiles(join(folder, `${site}.json`), site, THREE_DAYS.from, THREE_DAYS.to)
  const key = await signingKey(join(folder, 'key.pem'))
  const statement = await makeStatement(store, { site, ...THREE_DAYS, now: AFTER, key, files }, watch)
  return { statement, file: files.statement }
}

const dateOf = (at: number): string =>
  at < SECOND_DAY ? '2024-10-26' : at < THIRD_DAY ? '2024-10-27' : at < AFTER ? '2024-10-28' : '2024-10-29'

test('the hash of each day is that of its events, written as the documentation says', async () => {
  const [store, folder] = [await tempStore(), await tempFolder()]
  await fc.assert(
    fc.asyncProperty(seeds, async (all) => {
      const { site } = await filled(store, all)
      const { statement } = await takenOf(store, site, folder)
      const rows = await store.query<EventRow & { at: number }>('select * from events where site = $site', { site })
      const expected = statement.days.map(({ date }) => dayHash(rows.filter((row) => dateOf(row.at) === date)))
      expect(statement.days.map((day) => day.events_sha256)).toEqual(expected)
    }),
    { numRuns: 15, interruptAfterTimeLimit: 45_000 },
  )
})

/** What somebody does to the n-th event, and what a verification has to say of it. */
const tampering = fc.record({
  does: fc.constantFrom('change', 'delete', 'add', 'move', 'nothing'),
  which: fc.nat(),
  how: fc.constantFrom(
    'ts = ts + 1',
    "article_id = article_id || 'x'",
    "entry = case entry when 'direct_link' then 'search_enter' else 'direct_link' end",
    'seq = seq + 1',
    "label = case label when 'bot' then '' else 'bot' end",
    'previous_id = case when previous_id is null then uuid() end',
    'value = case when value = 1 then 2 else 1 end',
    "filters = list_append(coalesce(filters, []), 'x')",
    'received_at = received_at - 1',
    'synthetic = not synthetic',
  ),
  to: fc.constantFrom(FIRST_DAY - 1, FIRST_DAY, SECOND_DAY, THIRD_DAY, AFTER),
})

test('whatever is done to whichever event, exactly that is named', async () => {
  const [store, folder] = [await tempStore(), await tempFolder()]
  await fc.assert(
    fc.asyncProperty(seeds, fc.array(tampering, { maxLength: 3 }), async (all, deeds) => {
      const { site, events } = await filled(store, all)
      const { statement, file } = await takenOf(store, site, folder)
      const expected: object[] = []
      const touched = new Set<string>()
      for (const { does, which, how, to } of deeds) {
        const { id, ts } = events[which % events.length]!
        if (does === 'nothing' || touched.has(id)) continue
        touched.add(id)
        const date = dateOf(ts)
        const plain = { id, date, why: null, now: null }
        if (does === 'change') {
          await store.query(`update events set ${how} where event_id = $id::uuid`, { id })
          expected.push({ ...plain, what: 'changed' })
        } else if (does === 'delete') {
          await store.query('delete from events where event_id = $id::uuid', { id })
          expected.push({ ...plain, what: 'missing' })
        } else if (does === 'add') {
          const added = uuidv7(ts, (bytes) => crypto.getRandomValues(bytes))
          const twin =
            'insert into events select * replace ($added::uuid as event_id) from events where event_id = $id::uuid'
          await store.query(twin, { added, id })
          expected.push({ ...plain, id: added, what: 'added' })
        } else {
          await store.query('update events set "at" = $to where event_id = $id::uuid', { id, to })
          const now = { site, date: to < FIRST_DAY ? '2024-10-25' : dateOf(to) }
          if (to === ts) continue
          expected.push(
            now.date === date ? { ...plain, what: 'changed' } : { ...plain, what: 'changed', why: 'moved', now },
          )
        }
      }
      const order = { file, statement, isAsWritten: true, given: null, store }
      const { equal, store: found, problems, manifest } = await verifyStatement(order, watch)
      expect({ problems, is: manifest.is }).toEqual({ problems: [], is: 'same' })
      expect(byId(found!.events)).toEqual(byId(expected))
      expect(equal).toBe(expected.length === 0)
    }),
    { numRuns: 20, interruptAfterTimeLimit: 45_000 },
  )
})

const byId = (all: readonly object[]): object[] =>
  [...all].sort((a, b) => ((a as { id: string }).id < (b as { id: string }).id ? -1 : 1))

test('pages have all events of a day in their order, however few fit into one', async () => {
  const store = await tempStore()
  await fc.assert(
    fc.asyncProperty(seeds, fc.integer({ min: 1, max: 5 }), fc.nat(), async (all, most, twin) => {
      const { site, events } = await filled(store, all)
      const { id } = events[twin % events.length]!
      const again = 'insert into events select * replace (seq + 100 as seq) from events where event_id = $id::uuid'
      await store.query(again, { id })
      const rows = await store.query<EventRow & { at: number }>('select * from events where site = $site', { site })
      const days = [FIRST_DAY, SECOND_DAY, THIRD_DAY].map((start, i) => {
        const to = [SECOND_DAY, THIRD_DAY, AFTER][i]!
        return { start, to, events: rows.filter(({ at }) => at >= start && at < to).length }
      })
      const found: string[] = []
      for await (const page of eventPages(store, { site, days, version: CANONICAL_VERSION, most }))
        for (const event of eventsIn(page)) found.push(`${page.start} ${event.id} ${event.hash}`)
      const startOf = (at: number): number => days.findLast((day) => day.start <= at)!.start
      const expected = rows.map((row) => `${startOf(row.at)} ${row.event_id} ${eventHash(row)}`)
      expect(found).toEqual(expected.sort())
    }),
    { numRuns: 40, interruptAfterTimeLimit: 45_000 },
  )
})

test('no column of an event is left out: one that comes is a new version of the canonical form', async () => {
  const store = await tempStore()
  const columns = await store.query<{ name: string }>(
    "select column_name as name from duckdb_columns() where table_name = 'events' order by column_index",
  )
  expect(Object.keys(CANONICAL_FORMS[CANONICAL_VERSION]!)).toEqual(columns.map(({ name }) => name))
})

test('canonical JSON is that of RFC 8785', () => {
  const value = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  )
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
  expect(
    canonicalJson(JSON.parse('{"\\u20ac":1,"\\r":2,"\\ufb33":3,"1":4,"\\ud83d\\ude00":5,"\\u0080":6,"\\u00f6":7}')),
  ).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  for (const none of ['\ud800', Number.NaN, Number.POSITIVE_INFINITY, undefined, 1n])
    expect(() => canonicalJson({ none })).toThrow('[helptally] Expected a value that JSON can write')
})
