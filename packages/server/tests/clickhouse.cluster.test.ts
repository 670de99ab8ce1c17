import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { expect, test } from '@jest/globals'
import { describeChdb } from './helpers/chdb.js'
import { type ClickhouseShim, clickhouseShim } from './helpers/clickhouseShim.js'
import { clusterAt } from './helpers/clusterAt.js'
import { afterTest } from './helpers/temp.js'

const TABLE = `create table t (a Int64, s LowCardinality(String), n Nullable(Float64), b Bool, l Array(Int64))
  engine = MergeTree order by a settings non_replicated_deduplication_window = 1000`
const rowsOf = (...rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
const numbers = (from: number, to: number): string =>
  rowsOf(...Array.from({ length: to - from }, (_, i) => ({ a: from + i })))
const at = (...shims: readonly ClickhouseShim[]): string =>
  `clickhouse://${shims.map(({ port }) => `127.0.0.1:${port}`).join(',')}`
const counted = { count: 1_000, sum: 499_500 }
const COUNT = 'select count() as count, sum(a) as sum from t'

/** A port that nobody listens to: one that was free just now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

// What replicas share, nobody shares here: each shim is a server by itself.
describeChdb('a question, to chDB behind the shim,', () => {
  test("comes back in JavaScript's values", async () => {
    const cluster = clusterAt(at(await clickhouseShim()))
    await cluster.command(TABLE)
    const rows = rowsOf(
      { a: 2 ** 53 - 1, s: "é'\\\n", n: 0.1, b: true, l: [1, -2] },
      { a: 2 ** 53, s: '', n: null, b: false },
    )
    await cluster.insert(0, { table: 't', rows, token: 'x' })
    expect(await cluster.query('select * from t order by a')).toEqual([
      { a: 2 ** 53 - 1, s: "é'\\\n", n: 0.1, b: true, l: [1, -2] },
      { a: 2 ** 53, s: '', n: null, b: false, l: [] },
    ])
    expect(
      await cluster.query(
        'select count() as n, a = 1 as is_one, toUInt64(7) as u, [toNullable(1.5), null] as l, nan as nan from t group by a limit 1',
      ),
    ).toEqual([{ n: 1, is_one: false, u: 7, l: [1.5, null], nan: null }])
    expect(await cluster.query('select a from t where a = 0')).toEqual([])
  })

  test('goes with its settings, which hold for it alone', async () => {
    const shim = await clickhouseShim()
    const read = "select getSetting('join_use_nulls') as nulls, toInt64(getSetting('max_threads')) as threads"
    expect(await clusterAt(at(shim), { querySettings: { join_use_nulls: 1, max_threads: 1 } }).query(read)).toEqual([
      { nulls: true, threads: 1 },
    ])
    const [without] = await clusterAt(at(shim)).query<{ nulls: boolean; threads: number }>(read)
    expect(without!.nulls).toBe(false)
  })

  test('takes parameters, also of more than a URL holds', async () => {
    const cluster = clusterAt(at(await clickhouseShim()))
    const ids = Array.from({ length: 5_000 }, (_, i) => `id '${i}' \\ \t`)
    const sql = 'select length({ids:Array(String)}) as n, has({ids:Array(String)}, {id:String}) as has'
    expect(await cluster.query(sql, { ids, id: ids[77]! })).toEqual([{ n: 5_000, has: true }])
  })

  test('that is wrong is refused at once, as a mistake of ours', async () => {
    const shim = await clickhouseShim()
    const cluster = clusterAt(at(shim))
    await expect(cluster.query('selec 1')).rejects.toMatchObject({
      name: 'Error',
      message: expect.stringMatching(/^\[helptally\] Expected .* found it refused \(code 62: Syntax error/),
    })
    expect((await shim.asked()).filter(({ sql }) => sql.includes('selec 1'))).toHaveLength(1)
  })

  test('is asked of another replica when one is gone, and of it again when it is back', async () => {
    const [first, second] = [await clickhouseShim(), await clickhouseShim()]
    const lines: string[] = []
    // Chance says that the first is asked first.
    const cluster = clusterAt(at(first, second), {
      random: ascending(),
      log: (line) => lines.push(line),
      now: () => time,
    })
    let time = Date.now()
    const one = (): Promise<unknown> => cluster.query('select toInt32(1) as one')
    expect(await one()).toEqual([{ one: 1 }])
    await first.kill()
    expect(await one()).toEqual([{ one: 1 }])
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`^\\[helptally\\] Expected .*127.0.0.1:${first.port}, found`)),
    ])
    expect(cluster.warnings()).toEqual(lines)
    await second.asked()
    await one()
    expect(await second.asked()).toHaveLength(1)

    await clickhouseShim({ folder: first.folder, port: first.port })
    await second.kill()
    time += 30_000
    expect(await one()).toEqual([{ one: 1 }])
    expect(lines.at(-1)).toBe(`[helptally] ClickHouse at http://127.0.0.1:${first.port} is back.`)
    expect(cluster.warnings()).toEqual([])
  })

  test('waits for a server that starts again', async () => {
    const shim = await clickhouseShim()
    let start = (): void => undefined
    const sleep = async (): Promise<void> => {
      start()
      await back
    }
    const cluster = clusterAt(at(shim), { sleep, now: () => 0 })
    expect(await cluster.version()).toMatch(/^\d+\.\d+/)
    await shim.kill()
    const { promise: waited, resolve } = Promise.withResolvers<void>()
    start = resolve
    const back = waited.then(() => clickhouseShim({ folder: shim.folder, port: shim.port }))
    expect(await cluster.query('select toInt32(1) as one')).toEqual([{ one: 1 }])
  })

  test('goes on while another, on the same replica, breaks off', async () => {
    const shim = await clickhouseShim()
    const cluster = clusterAt(at(shim), { random: () => 0 })
    await cluster.version()
    await shim.fail({ sql: 'as slow', delayMs: 400 })
    await shim.fail({ sql: 'as cut', close: 'before' })
    const slow = cluster.query('select toInt32(1) as slow')
    expect(await cluster.query('select toInt32(2) as cut')).toEqual([{ cut: 2 }])
    expect(await slow).toEqual([{ slow: 1 }])
    const asked = await shim.asked()
    expect(asked.filter(({ sql }) => sql.includes('as slow'))).toHaveLength(1)
    // Who breaks off may come back as another version.
    expect(asked.filter(({ sql }) => sql.includes('version()'))).toHaveLength(2)
  })

  test('is given up with a sentence when nobody answers', async () => {
    const port = await freePort()
    const asked = clusterAt(`clickhouse://127.0.0.1:${port}/db`, { giveUpAfterMs: 50 }).query('select 1')
    await expect(asked).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: expect.stringMatching(/found nobody who listens there\. Start the server.*safe: they lie in the log\.$/),
    })
  })

  test('is not waited for beyond its time by a server that hangs', async () => {
    const [hanging, other] = [await clickhouseShim(), await clickhouseShim()]
    const cluster = clusterAt(`${at(hanging, other)}?timeoutSeconds=3`, { random: ascending() })
    expect(await cluster.query('select toInt32(1) as one')).toEqual([{ one: 1 }])
    hanging.signal('SIGSTOP')
    afterTest(async () => hanging.signal('SIGCONT'))
    expect(await cluster.query('select toInt32(2) as two')).toEqual([{ two: 2 }])
    expect(cluster.warnings()).toEqual([expect.stringMatching(/within 3 s, found none/)])
  })

  test('after the store is closed is refused, also while it waits', async () => {
    const shim = await clickhouseShim()
    const cluster = clusterAt(at(shim))
    await shim.kill()
    const waiting = cluster.query('select 1')
    await cluster.close()
    await expect(waiting).rejects.toThrow('[helptally] The store has been closed.')
    await expect(cluster.query('select 1')).rejects.toMatchObject({ name: 'StoreUnavailable' })
  })
})

describeChdb('a block, to chDB behind the shim,', () => {
  test('is sent gzipped, with its token, and neither put off nor cut to fit', async () => {
    const shim = await clickhouseShim()
    const cluster = clusterAt(at(shim))
    await cluster.command(TABLE)
    await cluster.insert(0, { table: 't', rows: numbers(0, 1_000), token: 'segment/0/0' })
    expect((await shim.asked()).filter(({ kind }) => kind === 'insert')).toMatchObject([
      {
        encoding: 'gzip',
        body: numbers(0, 1_000),
        given: {
          insert_deduplication_token: 'segment/0/0',
          async_insert: '0',
          input_format_skip_unknown_fields: '0',
          wait_end_of_query: '1',
        },
      },
    ])
    expect(await cluster.query(COUNT)).toEqual([counted])
  })

  test('is put off and waited for where writers are many and short-lived', async () => {
    const shim = await clickhouseShim()
    const cluster = clusterAt(`${at(shim)}?insert=direct`)
    await cluster.command(TABLE)
    await cluster.insert(0, { table: 't', rows: numbers(0, 1_000), token: 'x' })
    const [insert] = (await shim.asked()).filter(({ kind }) => kind === 'insert')
    expect(insert!.given).toMatchObject({
      async_insert: '1',
      wait_for_async_insert: '1',
      async_insert_deduplicate: '1',
    })
    expect(await cluster.query(COUNT)).toEqual([counted])
  })

  test.each([
    ['before it was taken', 'before'],
    ['after it was taken, before that was said', 'after'],
  ] as const)('is taken once when the connection is cut %s', async (_, close) => {
    const shim = await clickhouseShim()
    const cluster = clusterAt(at(shim), { random: () => 0 })
    await cluster.command(TABLE)
    await shim.fail({ on: 'insert', close, times: 2 })
    await cluster.insert(0, { table: 't', rows: numbers(0, 1_000), token: 'x' })
    const sent = (await shim.asked()).filter(({ kind }) => kind === 'insert')
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(({ body, given }) => `${body} ${given.insert_deduplication_token}`)).size).toBe(1)
    expect(await cluster.query(COUNT)).toEqual([counted])
  })

  test('goes to another replica when one takes none, which is still asked', async () => {
    const [first, second] = [await clickhouseShim(), await clickhouseShim()]
    const cluster = clusterAt(at(first, second), { random: ascending() })
    await cluster.command(TABLE, { everywhere: true })
    await first.fail({
      on: 'insert',
      status: 500,
      code: 242,
      type: 'TABLE_IS_READ_ONLY',
      message: 'Table is in readonly mode',
    })
    await cluster.insert(0, { table: 't', rows: numbers(0, 1_000), token: 'x' })
    await Promise.all([first.asked(), second.asked()])
    expect(await cluster.query('select count() as count from t')).toEqual([{ count: 0 }])
    expect(await first.asked()).toHaveLength(1)
    await cluster.insert(0, { table: 't', rows: numbers(1_000, 1_001), token: 'y' })
    expect((await second.asked()).map(({ kind }) => kind)).toEqual(['insert'])
    expect(cluster.warnings()).toEqual([expect.stringMatching(/has lost its keeper.*ZooKeeper/)])
  })

  test('with a row that the table cannot take is refused whole, as a mistake of ours', async () => {
    const cluster = clusterAt(at(await clickhouseShim()))
    await cluster.command(TABLE)
    const rows = `${numbers(0, 10)}{"a":"no number"}\n`
    await expect(cluster.insert(0, { table: 't', rows, token: 'x' })).rejects.toMatchObject({ name: 'Error' })
    expect(await cluster.query('select count() as count from t')).toEqual([{ count: 0 }])
  })

  test('with a column that the table has not is not taken without it', async () => {
    const cluster = clusterAt(at(await clickhouseShim()))
    await cluster.command(TABLE)
    const asked = cluster.insert(0, { table: 't', rows: '{"a":1,"newer":2}\n', token: 'x' })
    await expect(asked).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: expect.stringMatching(/tables of this version of Helptally.*newer.*bring all to the same/),
    })
    expect(await cluster.query('select count() as count from t')).toEqual([{ count: 0 }])
  })

  test('is given up in time', async () => {
    const shim = await clickhouseShim()
    const cluster = clusterAt(at(shim), { giveUpAfterMs: 300 })
    await cluster.command(TABLE)
    await shim.fail({
      on: 'insert',
      times: 99,
      status: 500,
      code: 243,
      type: 'NOT_ENOUGH_SPACE',
      message: 'Cannot reserve 1 MiB',
    })
    await expect(cluster.insert(0, { table: 't', rows: '{"a":1}\n', token: 'x' })).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: expect.stringMatching(/disk full .*\?keepDays=.*safe/),
    })
  })
})

describeChdb('a change, to chDB behind the shim,', () => {
  test('is made on one replica of each shard, or on all', async () => {
    const shims = await Promise.all([clickhouseShim(), clickhouseShim(), clickhouseShim()])
    const [a1, a2, b1] = shims.map(({ port }) => `127.0.0.1:${port}`)
    const cluster = clusterAt(`clickhouse://${a1},${a2};${b1}/default?cluster=c`, { random: ascending() })
    const asked = async (): Promise<number[]> =>
      (await Promise.all(shims.map((shim) => shim.asked()))).map(
        (all) => all.filter(({ sql }) => sql.includes('database')).length,
      )
    await cluster.command('create database if not exists d1')
    expect(await asked()).toEqual([1, 0, 1])
    await cluster.command('create database if not exists d1', { everywhere: true })
    expect(await asked()).toEqual([1, 1, 1])
    await cluster.command('create database if not exists d2', { shard: 1 })
    expect(await asked()).toEqual([0, 0, 1])
    expect(await cluster.queryShard(1, "select count() as n from system.databases where name = 'd2'")).toEqual([
      { n: 1 },
    ])
    expect(await cluster.queryShard(0, "select count() as n from system.databases where name = 'd2'")).toEqual([
      { n: 0 },
    ])
    await expect(cluster.queryShard(2, 'select 1')).rejects.toThrow('Expected a shard from 0 to 1, got 2.')
  })

  test('that may have been made is not made again, but where that is said to be the same', async () => {
    const shim = await clickhouseShim()
    const cluster = clusterAt(at(shim), { random: () => 0 })
    await cluster.version()
    await shim.fail({ sql: 'd1', close: 'after' })
    await expect(cluster.command('create database d1')).rejects.toMatchObject({ name: 'StoreUnavailable' })
    expect((await shim.asked()).filter(({ sql }) => sql.includes('d1'))).toHaveLength(1)
    await shim.fail({ sql: 'd2', close: 'after' })
    await cluster.command('create database if not exists d2', { isRepeatable: true })
    expect((await shim.asked()).filter(({ sql }) => sql.includes('d2'))).toHaveLength(2)
  })
})

describeChdb('a work on one replica, of servers that share nothing, behind the shim,', () => {
  test('reads what it has written, and finds another replica next time', async () => {
    const shims = [await clickhouseShim(), await clickhouseShim()] as const
    const cluster = clusterAt(at(...shims), { random: ascending() })
    await cluster.command(TABLE, { everywhere: true })
    const count = (): Promise<unknown> =>
      cluster.onOneReplica(0, async ({ insert, query }) => {
        await insert({ table: 't', rows: numbers(0, 1_000), token: 'x' })
        return query(COUNT)
      })
    expect(await count()).toEqual([counted])
    await shims[0].kill()
    expect(await count()).toEqual([counted])
  })

  test('is not done on another when that fails in the middle', async () => {
    const shims = [await clickhouseShim(), await clickhouseShim()] as const
    const cluster = clusterAt(at(...shims), { random: ascending(), giveUpAfterMs: 0 })
    const broken = cluster.onOneReplica(0, async ({ query }) => {
      await query('select 1')
      await shims[0].kill()
      return query('select 1')
    })
    await expect(broken).rejects.toMatchObject({ name: 'StoreUnavailable' })
    expect((await shims[1].asked()).length).toBe(0)
    await shims[1].kill()
    await expect(cluster.onOneReplica(0, async () => 'done')).rejects.toMatchObject({ name: 'StoreUnavailable' })
  })
})

describeChdb('clocks that are apart, with chDB behind the shim,', () => {
  test.each([
    [3_600_000, /127\.0\.0\.1:\d+ within 60 s, found that one 3\d\d\d s behind.*NTP/],
    [-3_600_000, /found that one 3\d\d\d s ahead/],
  ])('by %d ms are warned of', async (apart, warning) => {
    const cluster = clusterAt(at(await clickhouseShim()), { now: () => Date.now() + apart })
    await cluster.version()
    expect(cluster.warnings()).toEqual([expect.stringMatching(warning)])
  })

  test('by less than a minute are not', async () => {
    const cluster = clusterAt(at(await clickhouseShim()), { now: () => Date.now() + 50_000 })
    await cluster.version()
    expect(cluster.warnings()).toEqual([])
  })
})

/** Chances that leave those that work in the order of the URL, however often they are asked for. */
function ascending(): () => number {
  let chance = 0
  return () => {
    chance = chance >= 0.9 ? 0 : chance + 1e-6
    return chance
  }
}

test('a connection that comes to nothing is not waited for as long as an answer', async () => {
  // Takes every call and says nothing, so that the TLS of it never begins.
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const sockets: Socket[] = []
  silent.on('connection', (socket) => sockets.push(socket))
  afterTest(async () => {
    for (const socket of sockets) socket.destroy()
    silent.close()
  })
  const { port } = silent.address() as AddressInfo
  const url = `clickhouses://127.0.0.1:${port}?connectSeconds=1&timeoutSeconds=50`
  await expect(clusterAt(url, { giveUpAfterMs: 0 }).query('select 1')).rejects.toMatchObject({
    name: 'StoreUnavailable',
    message: expect.stringMatching(/found no way there \(no connection after 1000 ms\).*firewall/),
  })
})
