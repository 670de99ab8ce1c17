import { expect, test } from '@jest/globals'
import { clusterAt } from './helpers/clusterAt.js'
import { NASTY } from './helpers/hostile.js'
import { describeOldClickhouse, oldClickhouse } from './helpers/oldClickhouse.js'
import { afterTest } from './helpers/temp.js'

const PASSWORD = 'hunter22'
const TABLE = `create table t (id UUID, day Date, s LowCardinality(String), n Nullable(Int64), f Float64, b Bool, l Array(Int64))
  engine = MergeTree partition by toYYYYMM(day) order by id`
const ID = '018f0000-0000-7000-8000-000000000001'

describeOldClickhouse('a real server of an old version', () => {
  test('takes tables, blocks and questions as a new one does', async () => {
    const { port } = await oldClickhouse({ password: PASSWORD })
    const admin = clusterAt(`clickhouse://help@127.0.0.1:${port}`, { env: { HELPTALLY_STORE_PASSWORD: PASSWORD } })
    expect(await admin.dialect()).toBe('legacy')
    await admin.command('create database if not exists insights')
    const cluster = clusterAt(`clickhouse://help:${PASSWORD}@127.0.0.1:${port}/insights`, {
      // What it does not know, it is not sent.
      querySettings: { final: 1, join_use_nulls: 1 },
    })
    await cluster.command(TABLE)
    const row = { id: ID, day: '2026-11-27', s: "it's \\ \n\t é", n: null, f: 0.1, b: true, l: [1, -2] }
    await cluster.insert(0, { table: 't', rows: `${JSON.stringify(row)}\n`, token: 'a/0/0' })
    expect(await cluster.query('select * from t')).toEqual([row])
    const sql = `select s = {s:String} as same, {n:Int64} + 1 as n, {z:Nullable(String)} as z, {e:Array(Int64)} as e, {f:Float64} as f,
      has({l:Array(String)}, s) as has, id = {id:UUID} as is_id
      from t where id in {ids:Array(UUID)} and id not in {none:Array(UUID)} limit {k:UInt32}`
    const params = { s: row.s, n: -3, z: null, e: [], f: 1e-7, l: ['x', row.s], id: ID, ids: [ID], none: [], k: 5 }
    expect(await cluster.query(sql, params)).toEqual([
      { same: true, n: -2, z: null, e: [], f: 1e-7, has: true, is_id: true },
    ])
  })

  test('gives back whatever a literal says', async () => {
    const { port } = await oldClickhouse({ password: PASSWORD })
    const cluster = clusterAt(`clickhouse://127.0.0.1:${port}`)
    for (const text of NASTY.filter((it) => typeof it === 'string')) {
      const [row] = await cluster.query<{ text: string }>('select {text:String} as text', { text })
      expect(row).toEqual({ text: text.toWellFormed() })
    }
    for (const value of [0, -1, 0.1, 2 ** 31, 2 ** 53 - 1, 1e308, -1e-300]) {
      const [row] = await cluster.query<{ value: number }>('select {value:Float64} as value', { value })
      expect(row).toEqual({ value })
    }
  })

  test('says in sentences what is wrong, with its own words', async () => {
    const { port, tcpPort } = await oldClickhouse({ password: PASSWORD })
    const said = (url: string, sql = 'select 1'): Promise<unknown> =>
      clusterAt(url, { giveUpAfterMs: 0 })
        .command(sql)
        .catch((error: Error) => `${error.name}: ${error.message}`)
    const at = `127.0.0.1:${port}`
    expect(await said(`clickhouse://help:wrong@${at}`)).toMatch(
      /^StoreUnavailable: \[helptally\] .*user help, found user or password wrong \(code 193\)/,
    )
    expect(await said(`clickhouse://nobody@${at}`)).toMatch(/user nobody, found .*\(code 192\)/)
    expect(await said(`clickhouse://${at}/nope`)).toMatch(/found none of that name\. Make it: create database nope/)
    expect(await said(`clickhouse://reader@${at}`, 'create database d')).toMatch(/read-only/)
    expect(await said(`clickhouse://${at}`, 'alter table nope add column x Int8')).toMatch(
      /tables of this version .*\(code 60: Table default\.nope doesn't exist\.\)/,
    )
    expect(await said(`clickhouse://${at}`, 'selec 1')).toMatch(/^Error: .*code 62: Syntax error/)
    expect(await said(`clickhouse://127.0.0.1:${tcpPort}`)).toMatch(/the one of clickhouse-client/)
    expect(await said(`clickhouses://${at}`)).toMatch(/found plain HTTP/)
  })

  test('is taken for gone when it is killed or hangs, and is back when it is', async () => {
    const [first, second] = [await oldClickhouse({ password: PASSWORD }), await oldClickhouse({ password: PASSWORD })]
    const lines: string[] = []
    const url = `clickhouse://127.0.0.1:${first.port},127.0.0.1:${second.port}?timeoutSeconds=3`
    let time = Date.now()
    // Chance says that the first is asked first.
    let chance = 0
    const cluster = clusterAt(url, { random: () => (chance += 1e-9), now: () => time, log: (line) => lines.push(line) })
    const ask = (): Promise<unknown> => cluster.query('select toInt32(1) as one')
    expect(await ask()).toEqual([{ one: 1 }])
    first.signal('SIGSTOP')
    afterTest(async () => first.signal('SIGCONT'))
    expect(await ask()).toEqual([{ one: 1 }])
    expect(lines).toEqual([expect.stringMatching(/within 3 s, found none/)])
    first.signal('SIGCONT')
    time += 60_000
    await second.kill()
    expect(await ask()).toEqual([{ one: 1 }])
    expect(lines.at(-1)).toMatch(/is back/)
    await second.start()
    await first.kill()
    expect(await ask()).toEqual([{ one: 1 }])
  })
})
