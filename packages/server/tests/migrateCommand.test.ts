import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { HelpEvent } from '@helptally/core'
import { uuidv7 } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import type { LogLine } from '../src/ledger/ledgerLine.js'
import { toLine } from '../src/log/toLine.js'
import { createDuckdbStore } from '../src/store/duckdb/duckdbStore.js'
import { describeChdb } from './helpers/chdb.js'
import { clickhouseShim } from './helpers/clickhouseShim.js'
import { opening } from './helpers/events.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { storeProcess } from './helpers/storeProcess.js'
import { afterTest, tempFolder } from './helpers/temp.js'

const DAY = 86_400_000
const AT = Date.UTC(2026, 9, 5, 12)

/** An event that opened a session, so long after the others. */
function session(afterMs: number, own: Partial<HelpEvent> = {}): HelpEvent {
  const id = uuidv7(AT + afterMs, (bytes) => crypto.getRandomValues(bytes))
  return opening({ id, sessionId: id, tabId: id, visitorId: id, ts: AT + afterMs, ...own } as never)
}

const lineOf = (event: HelpEvent, receivedAfter = 0): LogLine => toLine(event, event.ts + receivedAfter, event.ts)

const quiet = { log: () => undefined }

async function keep(folder: string, ...lines: readonly LogLine[]): Promise<void> {
  const store = createDuckdbStore(folder, quiet)
  await store.append(lines)
  await store.query('select 1 as one')
  await store.close()
}

const countsSql = `
select
  (select count(*) from events) as events,
  (select count(*) from sessions) as sessions,
  (select sum(l.received) from ledger l) as received,
  (select sum(l.accepted) from ledger l) as accepted,
  (select sum(l.duplicate) from ledger l) as duplicate`

async function countsIn(folder: string): Promise<object> {
  const store = createDuckdbStore(folder, quiet)
  const [counts] = await store.query<object>(countsSql)
  await store.close()
  return counts!
}

async function twoFolders(): Promise<{ from: string; to: string; args: string[] }> {
  const [from, to] = [await tempFolder(), join(await tempFolder(), 'new')]
  return { from, to, args: ['migrate', '--from', `duckdb:${from}`, '--to', `duckdb:${to}`] }
}

describe('helptally migrate', () => {
  test('copies a store, says so, and finds nothing left to do when it is run again', async () => {
    const { from, to, args } = await twoFolders()
    const event = session(0)
    await keep(from, lineOf(event), lineOf(event, 5), lineOf(session(DAY)), lineOf(session(2 * DAY)))
    const first = await runInTerminal(args)
    expect(first).toMatchObject({ code: 0, error: '' })
    expect(first.out.split('\n')).toEqual([
      `[helptally] Copied 3 events from duckdb:${from} to duckdb:${to}.`,
      'Copied 3 slots of the ledger.',
      'Compared 3 events: 3 of 3 days have the same hash in both stores.',
      `All that duckdb:${from} had is in duckdb:${to} as it was.`,
    ])
    expect(first.progress).toContain('[helptally] 3 of 3 events copied, up to 2026-10-07')
    expect(first.progress).toContain('[helptally] 3 of 3 events compared, up to 2026-10-07')
    expect(await countsIn(to)).toEqual({ events: 3, sessions: 3, received: 4, accepted: 3, duplicate: 1 })
    const { code, out } = await runInTerminal([...args, '--json'])
    expect([code, JSON.parse(out)]).toEqual([
      0,
      expect.objectContaining({
        copied: expect.objectContaining({ events: 0, ledger: 0 }),
        days: { days: 3, events: 3, equal: 3, unequal: [] },
        equal: true,
      }),
    ])
  })

  test('--dry-run says what would be copied, and copies nothing', async () => {
    const { from, to, args } = await twoFolders()
    await keep(from, lineOf(session(0)), lineOf(session(DAY)))
    const { code, out } = await runInTerminal([...args, '--dry-run', '--json'])
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ days: 2, events: 2, all_events: 2 })])
    expect(await countsIn(to)).toMatchObject({ events: 0 })
  })

  test('works beside a site that writes to the old store, and takes the rest after the site has changed', async () => {
    const { from, to, args } = await twoFolders()
    const site = storeProcess(from)
    await site.append([lineOf(session(0))])
    expect(await runInTerminal(args)).toMatchObject({ code: 0 })
    await site.append([lineOf(session(1_000)), lineOf(session(DAY))])
    await site.close()
    const changed = storeProcess(to)
    await changed.append([lineOf(session(2_000))])
    const { code, out } = await runInTerminal(args)
    expect(code).toBe(0)
    expect(out).toContain('Copied 2 events')
    expect(out).toMatch(/^ok {4}2026-10-05 docs: of its events, 1 are in the new store alone\.$/m)
    expect(await changed.query(countsSql)).toEqual([{ events: 4, sessions: 4, received: 4, accepted: 4, duplicate: 0 }])
  })

  test('has an event once that came to both stores, and the ledger say so, however often it is run', async () => {
    const { from, to, args } = await twoFolders()
    const event = session(0)
    await keep(from, lineOf(event), lineOf(session(1)))
    await keep(to, lineOf(event, 60_000))
    expect(await runInTerminal(args)).toMatchObject({
      code: 1,
      error: expect.stringMatching(
        /is not empty: 1 events are there, some of them of docs, .* With --add what is there stays/,
      ),
    })
    const { code, out } = await runInTerminal([...args, '--add'])
    expect([code, out]).toEqual([0, expect.stringContaining('1 events had come to both stores')])
    const counts = { events: 2, sessions: 2, received: 3, accepted: 2, duplicate: 1 }
    expect(await countsIn(to)).toEqual(counts)
    expect(await runInTerminal(args)).toMatchObject({ code: 0 })
    expect(await countsIn(to)).toEqual(counts)
  })

  test('erases in the new store who was erased in the old one meanwhile', async () => {
    const { from, args, to } = await twoFolders()
    const event = session(0)
    await keep(from, lineOf(event), lineOf(session(1)))
    await runInTerminal(args)
    const store = createDuckdbStore(from, quiet)
    await store.eraseVisitor(event.visitorId)
    await store.close()
    expect(await runInTerminal(args)).toMatchObject({ code: 0 })
    expect(await countsIn(to)).toMatchObject({ events: 1, sessions: 1 })
    // Not even by the page itself.
    await keep(to, lineOf(event, 5))
    expect(await countsIn(to)).toMatchObject({ events: 1 })
  })

  test('does not bring back who was erased in the new store', async () => {
    const { from, args, to } = await twoFolders()
    const event = session(0)
    await keep(from, lineOf(event), lineOf(session(1)))
    await runInTerminal(args)
    const store = createDuckdbStore(to, quiet)
    await store.eraseVisitor(event.visitorId)
    await store.close()
    const { code, out } = await runInTerminal(args)
    expect([code, out]).toEqual([0, expect.stringContaining('1 are of visitors who were erased')])
    expect(await countsIn(to)).toMatchObject({ events: 1, sessions: 1 })
  })

  test('names a day on which an event is not as it was, and one that lacks something', async () => {
    const { from, args, to } = await twoFolders()
    await keep(from, lineOf(session(0)), lineOf(session(DAY)))
    await runInTerminal(args)
    const store = createDuckdbStore(to, quiet)
    await store.query('update events set article_id = article_id || $more where "at" = $at', { more: 'x', at: AT })
    await store.close()
    // What is compared already is not read again: a new run from another place looks at all.
    await writeFile(
      join(to, 'migration', (await readdir(join(to, 'migration'))).find((file) => file.endsWith('.days.json'))!),
      '{}',
    )
    const { code, out } = await runInTerminal(args)
    expect(code).toBe(1)
    expect(out).toMatch(/^WRONG 2026-10-05 docs: of its events, 1 are not as they were\.$/m)
    expect(out).toMatch(/^Not all that duckdb:.* had is in duckdb:.* as it was\.$/m)
  })

  test.each([
    [[], 2, /Expected --from <url> and --to <url>, got not both/],
    [['--from', 'duckdb:/a', '--to', 'duckdb:/a?keepDays=40'], 2, /Expected two stores, got the same one/],
    [['--from', 'duckdb:/no-store-is-here', '--to', 'duckdb:/a'], 1, /No store is at duckdb:\/no-store-is-here/],
    [['--from', 'mysql:a', '--to', 'duckdb:/a'], 1, /Expected a store URL such as/],
  ])('that is not understood says what was expected: %j', async (args, code, reason) => {
    expect(await runInTerminal(['migrate', ...args])).toMatchObject({ code, error: expect.stringMatching(reason) })
  })

  test('says that a store is of a newer version', async () => {
    const { from, to, args } = await twoFolders()
    await keep(from, lineOf(session(0)))
    await keep(to)
    const store = createDuckdbStore(to, quiet)
    await store.query('insert into schema_version values (9999)')
    await store.close()
    expect(await runInTerminal(args)).toMatchObject({
      code: 1,
      error: expect.stringContaining('was written by a newer Helptally'),
    })
  })

  test('interrupted, it keeps what it has and goes on from there', async () => {
    const { from, to, args } = await twoFolders()
    await keep(from, ...[0, 3, 6, 9].map((day) => lineOf(session(day * DAY))))
    expect(await runInTerminal(args, { interruptedAt: 2 })).toMatchObject({
      code: 130,
      error: '[helptally] Interrupted. What was copied stays: the same command goes on from there.',
    })
    expect(await countsIn(to)).toMatchObject({ events: 2 })
    expect(await runInTerminal(args)).toMatchObject({ code: 0 })
    expect(await countsIn(to)).toEqual({ events: 4, sessions: 4, received: 4, accepted: 4, duplicate: 0 })
  })
})

describeChdb('helptally migrate over the wire', () => {
  test('copies from DuckDB to ClickHouse and back', async () => {
    const [{ port }, from, log, back] = [
      await clickhouseShim(),
      await tempFolder(),
      await tempFolder(),
      await tempFolder(),
    ]
    const cluster = `clickhouse://127.0.0.1:${port}/default?folder=${log}`
    const event = session(0)
    await keep(from, lineOf(event), lineOf(event, 5), lineOf(session(DAY)))
    const there = await runInTerminal(['migrate', '--from', `duckdb:${from}`, '--to', cluster])
    expect(there).toMatchObject({ code: 0, error: '' })
    expect(there.out).toContain('Compared 2 events: 2 of 2 days have the same hash in both stores.')
    const wrong = await runInTerminal([
      'migrate',
      '--from',
      cluster.replace('/default', '/system'),
      '--to',
      `duckdb:${back}`,
    ])
    expect(wrong).toMatchObject({
      code: 1,
      error: expect.stringMatching(/No store is at clickhouse:\/\/127.0.0.1:\d+\/system/),
    })
    const again = await runInTerminal(['migrate', '--from', cluster, '--to', `duckdb:${back}`])
    expect(again).toMatchObject({ code: 0, error: '' })
    expect(await countsIn(back)).toEqual({ events: 2, sessions: 2, received: 3, accepted: 2, duplicate: 1 })
  }, 300_000)
})

const CLI = fileURLToPath(new URL('../bin/helptally.js', import.meta.url))

test('a process of it ends by Ctrl-C, and another one ends what it began', async () => {
  const { from, to, args } = await twoFolders()
  const days = Array.from({ length: 60 }, (_, day) => lineOf(session(2 * day * DAY)))
  await keep(from, ...days)
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  afterTest(async () => void child.kill('SIGKILL'))
  const exited = once(child, 'exit')
  // It has begun once something has come.
  const begun = async (): Promise<boolean> => (await readdir(join(to, 'migration')).catch(() => [])).length > 0
  while (child.exitCode === null && !(await begun())) await delay(10)
  child.kill('SIGINT')
  const said: string[] = []
  for await (const line of createInterface({ input: child.stderr })) said.push(line)
  const [code] = await exited
  expect([code, said.at(-1)]).toEqual([130, expect.stringContaining('the same command goes on from there')])
  expect(await runInTerminal(args)).toMatchObject({ code: 0 })
  expect(await countsIn(to)).toEqual({ events: 60, sessions: 60, received: 60, accepted: 60, duplicate: 0 })
}, 240_000)
