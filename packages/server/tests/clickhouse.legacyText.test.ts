import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { legacyText } from '../src/store/clickhouse/servers/legacyText.js'
import { describeChdb } from './helpers/chdb.js'
import { clickhouseShim } from './helpers/clickhouseShim.js'
import { clusterAt } from './helpers/clusterAt.js'
import { NASTY } from './helpers/hostile.js'

describe('a statement for old servers', () => {
  test.each([
    ['select {a:String}', { a: "it's \\ \0" }, "select 'it\\'s \\\\ \\0'"],
    ['select {a:Int64}, {b : Float64}', { a: -5, b: 0.5 }, 'select toInt64(-5), toFloat64(0.5)'],
    ['select x LIMIT {n:Int64} offset {m:UInt32}', { n: 10, m: 5 }, 'select x LIMIT 10 offset 5'],
    ['select x limit {n:String}', { n: '1; drop table t' }, "select x limit '1; drop table t'"],
    ['select {a:Nullable(Int64)}', { a: null }, 'select NULL'],
    ['select {a:Bool}', { a: true }, 'select 1'],
    ['select {a:UUID}', { a: 'u' }, "select toUUID('u')"],
    ['where has({a:Array(String)}, x)', { a: ['1', "'"] }, "where has(CAST(['1', '\\''] AS Array(String)), x)"],
    ['where has({a:Array(Nullable(Bool))}, x)', { a: [] }, 'where has(CAST([] AS Array(Nullable(UInt8))), x)'],
    ['where x in {a:Array(Int64)}', { a: [1, 2] }, 'where x in (toInt64(1), toInt64(2))'],
    ['where x not IN {a:Array(UUID)}', { a: [] }, 'where x not IN (select arrayJoin(CAST([] AS Array(UUID))))'],
    [
      'a LowCardinality(String), b LowCardinality(Nullable(String)), c Bool, d Array(Bool)',
      {},
      'a String, b Nullable(String), c UInt8, d Array(UInt8)',
    ],
  ])('%s', (sql, params, text) => {
    expect(legacyText(sql, params)).toBe(text)
  })

  test('stays as it is in strings, quoted names and comments', () => {
    const sql = `select '{a:String} Bool \\' {a:String}', "Bool", \`{a:String}\` -- {a:String} Bool\n/* Bool {a:String} */ from t`
    expect(legacyText(sql, {})).toBe(sql)
  })

  test('is refused without a value for what it asks', () => {
    expect(() => legacyText('select {a:String}', {})).toThrow(
      '[helptally] Expected a value for the parameter a, got none.',
    )
  })
})

describeChdb('a value as a literal and the same as a parameter, in chDB behind the shim,', () => {
  test('are one and the same, whatever it is', async () => {
    const shim = await clickhouseShim()
    const cluster = clusterAt(`clickhouse://127.0.0.1:${shim.port}`)
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...NASTY.filter((it) => typeof it === 'string')),
    )
    const whole = fc.integer()
    const valued = fc.oneof(
      text.map((value) => ({ type: 'String', value })),
      whole.map((value) => ({ type: 'Int64', value })),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({ type: 'Float64', value })),
      fc.uuid().map((value) => ({ type: 'UUID', value })),
      fc.boolean().map((value) => ({ type: 'Bool', value })),
      fc.option(text).map((value) => ({ type: 'Nullable(String)', value })),
      fc.array(text).map((value) => ({ type: 'Array(String)', value })),
      fc.array(whole).map((value) => ({ type: 'Array(Int64)', value })),
    )
    await fc.assert(
      fc.asyncProperty(valued, async ({ type, value }) => {
        const asked = `{v:${type}}`
        // The shim's version knows both; what an old one makes of the literal, the tests with one say.
        const [row] = await cluster.query<{ same: boolean | null; given: unknown }>(
          `select ifNull(${legacyText(asked, { v: value })} = ${asked}, ${legacyText(asked, { v: value })} is null) as same, ${asked} as given`,
          { v: value },
        )
        expect(row).toEqual({
          same: true,
          given: typeof value === 'string' ? value.toWellFormed() : value === 0 ? 0 : wellFormed(value),
        })
      }),
      { numRuns: 300 },
    )
  })
})

const wellFormed = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one.toWellFormed() : one)) : value
