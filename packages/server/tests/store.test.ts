import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { toLine } from '../src/log/toLine.js'
import { openStore } from '../src/store/openStore.js'
import { sharedStore } from '../src/store/sharedStore.js'
import type { Store } from '../src/store/store.js'
import { ENGINES } from './helpers/engines.js'
import {
  contacted,
  leave,
  NOON,
  notFound,
  offer,
  opening,
  progress,
  rowsOf,
  SITE,
  search,
  vital,
  vote,
} from './helpers/events.js'
import { setEnv, tempFolder, tempStore } from './helpers/temp.js'

const count = async (store: Store): Promise<number> =>
  (await store.query<{ n: number }>('select count(*) as n from events'))[0]!.n

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

const segmentsIn = async (folder: string): Promise<string[]> => readdir(join(folder, 'log'))

describe.each(ENGINES)('an event ($name)', (engine) => {
  test('that arrives twice is stored once, in one batch or in two', async () => {
    const store = await engine.open()
    const [row] = rowsOf(opening())
    await store.append([row!, row!])
    expect(await count(store)).toBe(1)
    await store.append([row!])
    expect(await count(store)).toBe(1)
    expect(await store.query('select events, articles from sessions')).toEqual([{ events: 1, articles: 1 }])
  })

  test('that is sent again and dated otherwise is stored once, as it first came', async () => {
    const store = await engine.open()
    const event = opening()
    await store.append([toLine(event, NOON, NOON)])
    await count(store)
    await store.append([toLine(event, NOON + 9e8, NOON + 9e8)])
    expect(await store.query('select e.at from events e')).toEqual([{ at: NOON }])
  })

  test.each(['\ud800', 'a\udc00b', 'a\0b', '\u2028"\\\n', '😀 ñ', 'null', '{"a":1}', "'; drop table events --"])(
    'with the text %j harms nobody',
    async (query) => {
      const store = await engine.open()
      await store.append(rowsOf(search({ query }), opening()))
      expect(await store.query('select e.query from events e order by e.query desc')).toEqual([
        { query: query.toWellFormed() },
        { query: '' },
      ])
    },
  )
})

describe.each(ENGINES)('the roll-up of a session ($name)', (engine) => {
  const first = opening({ seq: 1, via: 'search_result', entry: 'search_enter', previousId: randomUUID() })
  const session = { sessionId: first.id }
  const events = [
    first,
    search({ ...session, seq: 2, ts: NOON + 1_000 }),
    opening({ ...session, seq: 3, ts: NOON + 2_000, id: randomUUID(), article: { id: 'tabs' }, via: 'nav' }),
    progress({ ...session, seq: 4, ts: NOON + 90_000, cause: 'hidden', activeAt: NOON + 60_000 }),
    vital({ ...session, seq: 5, ts: NOON + 95_000, activeAt: NOON + 60_000 }),
  ]
  const whole = {
    id: first.id,
    site: SITE,
    channel: 'help',
    tab_id: first.tabId,
    visitor_id: first.visitorId,
    entry: 'search_enter',
    via: 'search_result',
    article_id: 'install',
    locale: '',
    device: '',
    started_at: NOON,
    last_at: NOON + 60_000,
    previous_id: first.previousId,
    articles: 2,
    searches: 1,
    events: 5,
    synthetic: false,
    imported: false,
  }
  const orders: readonly (readonly (readonly number[])[])[] = [
    [[0, 1, 2, 3, 4]],
    [[4, 3, 2, 1, 0]],
    [[0], [1], [2], [3], [4]],
    [[4], [3], [2], [1], [0]],
    [[2, 4], [0, 3], [1]],
    [
      [1, 2],
      [1, 2, 3],
      [0, 4],
      [0, 1, 2, 3, 4],
    ],
  ]
  test.each(orders.map((order) => [JSON.stringify(order), order] as const))(
    'is the same in every order: %s',
    async (_, order) => {
      const store = await engine.open()
      for (const batch of order) {
        await store.append(rowsOf(...batch.map((i) => events[i]!)))
        await count(store)
      }
      expect(await store.query(`select ${Object.keys(whole).join(', ')} from sessions`)).toEqual([whole])
    },
  )

  test('has no start until the event that opened it has come', async () => {
    const store = await engine.open()
    await store.append(rowsOf(...events.slice(1)))
    expect(await store.query('select started_at, events from sessions')).toEqual([{ started_at: null, events: 4 }])
  })
})

describe('a drain', () => {
  test('that was killed between its commit and the removal of its segment doubles nothing', async () => {
    const folder = await tempFolder()
    const store = await tempStore({ folder })
    await store.append(rowsOf(opening(), search()))
    const [open] = await segmentsIn(folder)
    const closed = open!.replace('.open', '.jsonl')
    await copyFile(join(folder, 'log', open!), join(folder, 'kept'))
    expect(await count(store)).toBe(2)
    await rename(join(folder, 'kept'), join(folder, 'log', closed))
    expect(await count(store)).toBe(2)
    expect(await segmentsIn(folder)).toEqual([])
  })

  test('that was killed so brings nobody back who was erased since', async () => {
    const folder = await tempFolder()
    const store = await tempStore({ folder })
    const event = opening()
    await store.append(rowsOf(event))
    const [open] = await segmentsIn(folder)
    await copyFile(join(folder, 'log', open!), join(folder, 'kept'))
    expect(await store.eraseVisitor(event.visitorId)).toBe(1)
    await rename(join(folder, 'kept'), join(folder, 'log', open!.replace('.open', '.jsonl')))
    expect(await count(store)).toBe(0)
  })

  test('reads what a killed process acknowledged, without its torn last line', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'log'), { recursive: true })
    const text = rowsOf(opening(), search()).map((row) => `${JSON.stringify(row)}\n`)
    await writeFile(join(folder, 'log', `k0-${process.pid}-000001.open`), text.join('') + text[0]!.slice(0, 99))
    expect(await count(await tempStore({ folder }))).toBe(2)
  })

  test('comes by itself soon after an append', async () => {
    const folder = await tempFolder()
    const store = await tempStore({ folder })
    await store.append(rowsOf(opening()))
    const deadline = Date.now() + 10_000
    while ((await segmentsIn(folder)).length > 0 && Date.now() < deadline) await new Promise((ok) => setTimeout(ok, 50))
    expect(await segmentsIn(folder)).toEqual([])
    expect(await count(store)).toBe(1)
  })

  test('begins at once when much waits, before its time has come', async () => {
    const folder = await tempFolder()
    const store = await tempStore({ folder, drainAfterMs: 3_600_000, drainAtBytes: 2_000 })
    await store.append(rowsOf(opening()))
    expect(await segmentsIn(folder)).toEqual([expect.stringMatching(/\.open$/)])
    await store.append(rowsOf(...Array.from({ length: 10 }, () => opening())))
    while ((await segmentsIn(folder)).length > 0) await delay(20)
    expect(await count(store)).toBe(11)
  })
})

describe('what a killed process would leave to replay', () => {
  test('stays short, however much was drained', async () => {
    const folder = await tempFolder()
    const store = await tempStore({ folder })
    const sizes: number[] = []
    for (let nth = 0; nth < 12; nth++) {
      await store.append(rowsOf(...Array.from({ length: 6_000 }, () => opening({ tabId: randomUUID() }))))
      await count(store)
      sizes.push(await sizeOf(join(folder, 'helptally.duckdb.wal')))
    }
    expect(Math.max(...sizes)).toBeLessThan(20_000_000)
    expect(sizes.some((size, nth) => size < (sizes[nth - 1] ?? 0))).toBe(true)
  }, 30_000)
})

describe.each(ENGINES)('a store of any kind ($name)', (engine) => {
  test('keeps everything when it is closed and opened again', async () => {
    const home = await engine.home()
    const first = await engine.open({ home })
    await first.append(rowsOf(opening()))
    await first.close()
    const second = await engine.open({ home })
    await second.append(rowsOf(opening()))
    expect(await count(second)).toBe(2)
    await expect(first.append(rowsOf(opening()))).rejects.toThrow('[helptally] The store')
  })

  test('answers whole numbers as numbers, and takes lists', async () => {
    const store = await engine.open()
    const sql = 'select unnest($numbers::bigint[]) as number, 2.5 as half, count(*) over () as n'
    expect(await store.query(sql, { numbers: [NOON] })).toEqual([{ number: NOON, half: 2.5, n: 1 }])
    expect(await store.query(sql, { numbers: [] })).toEqual([])
    expect(await store.query('select unnest($texts::varchar[]) as text', { texts: ["a'b"] })).toEqual([{ text: "a'b" }])
  })

  test('takes whatever was acknowledged before a query, from many writers at once', async () => {
    const store = await engine.open()
    let sent = 0
    const seen = await Promise.all(
      Array.from({ length: 30 }, async () => {
        await store.append(rowsOf(opening(), search()))
        sent += 2
        const acknowledged = sent
        return { acknowledged, stored: await count(store) }
      }),
    )
    for (const { acknowledged, stored } of seen) expect(stored).toBeGreaterThanOrEqual(acknowledged)
    expect(await count(store)).toBe(60)
  })
})

describe('a store', () => {
  test('touches nothing before its first use', async () => {
    const folder = join(await tempFolder(), 'store')
    const store = openStore(`duckdb:${folder}`)
    await store.close()
    await expect(readdir(folder)).rejects.toThrow('ENOENT')
  })

  test('has a column for every field of a line, and no other', async () => {
    const store = await tempStore()
    const columns = await store.query<{ column_name: string }>(
      "select column_name from information_schema.columns where table_name = 'events'",
    )
    const id = randomUUID()
    const article = { id: 'install', rev: '7', section: 'start', lang: 'en' }
    const came = { queryId: id, position: 1, listId: 'related', openedFrom: id, forkedFrom: id, previousId: id }
    const told = { algorithm: 'tags', words: 300 }
    const whole = opening({ ...came, ...told, article, locale: 'en', synthetic: true, imported: true, activeAt: NOON })
    const lines = [
      whole,
      progress(),
      search({ latencyMs: 1, engine: 'local', filters: ['a'] }),
      leave(),
      vote({ comment: 'Good' }),
      offer({ formId: 'f' }),
      contacted({ ticket: 'T-1' }),
      notFound({ referrer: 'blog.example' }),
      vital(),
    ].map((event) => toLine(event, NOON, NOON + 1, { label: 'test', device: 'phone' }))
    const fields = [...lines.flatMap((line) => Object.keys(line)), 'v', 'channel'] // which go without saying
    expect(columns.map((column) => column.column_name).sort()).toEqual([...new Set(fields)].sort())
  })

  test('refuses a second store over its folder in the same process', async () => {
    const folder = await tempFolder()
    await (await tempStore({ folder })).append(rowsOf(opening()))
    await expect((await tempStore({ folder })).query('select 1')).rejects.toThrow(/is open in this process already/)
  })

  test('of a URL is one for the process, until it is closed', async () => {
    const url = `duckdb:${await tempFolder()}`
    const store = sharedStore(url)
    expect(sharedStore(url)).toBe(store)
    await store.append(rowsOf(opening()))
    await store.close()
    const next = sharedStore(url)
    expect(next).not.toBe(store)
    expect(await count(next)).toBe(1)
    await next.close()
  })

  test('is never opened while next build runs', async () => {
    setEnv('NEXT_PHASE', 'phase-production-build')
    const folder = join(await tempFolder(), 'store')
    const store = sharedStore(`duckdb:${folder}`)
    await expect(store.query('select 1')).rejects.toThrow(/^\[helptally\] .* while `next build` runs.*force-dynamic/)
    await expect(store.append(rowsOf(opening()))).rejects.toThrow('next build')
    await expect(readdir(folder)).rejects.toThrow('ENOENT')
    await store.close()
  })

  test.each([
    [
      'sqlite:./x',
      /^\[helptally\] Expected a store URL such as duckdb:\.\/\.helptally \(a folder\) or clickhouse:\/\/user@host:8123\/database, got "sqlite:\.\/x"/,
    ],
    ['duckdb:', /^\[helptally\] Expected a store URL/],
    ['clickhouse://me:secret@host:8123/db?x=1', /got "clickhouse:\/\/(?!.*secret)/],
  ])('of the URL %s is refused', (url, reason) => {
    expect(() => openStore(url)).toThrow(reason)
  })
})
