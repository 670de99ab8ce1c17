import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ClickhouseUrl } from '../src/store/clickhouse/servers/clickhouseUrl.js'
import { errorOf, type Fault, faultOf } from '../src/store/clickhouse/servers/faults.js'
import { parseStoreUrl } from '../src/store/storeUrl.js'

const urlOf = (text: string): ClickhouseUrl => {
  const url = parseStoreUrl(text, {})
  if (url.engine !== 'clickhouse') throw new Error(text)
  return url
}

const URL = urlOf('clickhouse://help:hunter22@db:8123/insights?cluster=two')
const faultAt = (error: unknown, url = URL): Fault => faultOf(error, { address: url.shards[0]![0]!, url })

/** As the client makes it of a newer server's answer. */
const byServer = (code: number, message: string): Error => Object.assign(new Error(message), { code: String(code) })
/** As an older server's answer arrives: its number is in the text alone. */
const byOldServer = (code: number, message: string): Error =>
  new Error(`Code: ${code}, e.displayText() = DB::Exception: ${message}, e.what() = DB::Exception\n`)
const onTheWay = (code: string, message = code): Error => Object.assign(new Error(message), { code })

describe('a fault of ClickHouse', () => {
  test.each([
    [
      'a wrong password',
      516,
      'Authentication failed',
      'never',
      'nothing',
      /lets in the user help, found user or password wrong/,
    ],
    ['an unknown user', 192, 'Unknown user help', 'never', 'nothing', /HELPTALLY_STORE_PASSWORD/],
    [
      'no database',
      81,
      'Database insights does not exist',
      'never',
      'nothing',
      /create database insights on cluster 'two'/,
    ],
    [
      'a full disk',
      243,
      'Cannot reserve 1.00 MiB',
      'again',
      'writing',
      /disk full .*Free space there, or .*\?keepDays=.*in the log/,
    ],
    [
      'a disk that turns out to be full',
      75,
      'Cannot write to file /data/ledger/received.mrk, errno: 28, strerror: No space left on device',
      'again',
      'writing',
      /disk full .*Free space there/,
    ],
    ['a disk that fails', 75, 'Cannot write to file, errno: 5', 'again', 'writing', /See to the disk.*in the log/],
    [
      'no keeper',
      242,
      'Table is in readonly mode',
      'again',
      'writing',
      /lost its keeper .*ClickHouse Keeper or ZooKeeper/,
    ],
    ['an error of the keeper', 999, 'Session expired', 'again', 'writing', /lost its keeper/],
    [
      'too many parts',
      252,
      'Too many parts (300)',
      'again',
      'nothing',
      /merges what it takes in, found too many parts/,
    ],
    ['no memory', 241, 'Memory limit exceeded', 'again', 'nothing', /max_memory_usage/],
    [
      'no table',
      60,
      'Table insights.events does not exist',
      'never',
      'nothing',
      /tables of this version of Helptally in insights/,
    ],
    ['no column to write', 16, 'No such column visitor_hash', 'never', 'nothing', /bring all to the same/],
    ['no column to read', 47, 'Unknown identifier x', 'never', 'nothing', /bring all to the same/],
    [
      'a field too many',
      117,
      'Unknown field found while parsing JSONEachRow format: x',
      'never',
      'nothing',
      /bring all to the same/,
    ],
    ['a row that is none', 117, 'Cannot parse input', 'bug', 'nothing', /takes what we wrote, found it refused/],
    [
      'a missing grant',
      497,
      'Not enough privileges',
      'never',
      'nothing',
      /Grant it: grant select, insert,.* on insights\.\* to help/,
    ],
    ['a read-only user', 164, 'Cannot modify setting', 'never', 'nothing', /Take readonly from the profile of help/],
    ['a quota that is used up', 201, 'Quota for user', 'again', 'all', /quota of the user help/],
    ['too many at once', 202, 'Too many simultaneous queries', 'again', 'nothing', /as many as it does at once/],
    ['a question that takes too long', 159, 'Timeout exceeded', 'elsewhere', 'nothing', /max_execution_time/],
    [
      'a shard out of reach',
      279,
      'All connection tries failed',
      'again',
      'nothing',
      /all shards run, .*remote_servers/,
    ],
    ['too few replicas', 285, 'Number of alive replicas', 'again', 'writing', /waits for other replicas/],
    ['a setting it has not', 115, 'Unknown setting', 'never', 'nothing', /24\.1 or later/],
    [
      'a statement that is wrong',
      62,
      'Syntax error',
      'bug',
      'nothing',
      /a statement of ours, found it refused \(code 62: Syntax error\)/,
    ],
  ] as const)('such as %s is told from a new server and from an old one', (_, code, message, hope, spare, says) => {
    for (const error of [byServer(code, message), byOldServer(code, message)]) {
      const fault = faultAt(error)
      expect(fault).toMatchObject({ hope, spare, isUnseen: false, says: expect.stringMatching(says) })
      expect(fault.says).toMatch(/^Expected .*, found /)
      expect(errorOf(fault)).toMatchObject({
        name: hope === 'bug' ? 'Error' : 'StoreUnavailable',
        message: `[helptally] ${fault.says}`,
        cause: { code },
      })
    }
  })

  test.each([
    ['ECONNREFUSED', 'again', true, /nobody who listens there\. Start the server/],
    ['ENOTFOUND', 'elsewhere', true, /none by DNS/],
    ['EAI_AGAIN', 'again', true, /none by DNS/],
    ['ETIMEDOUT', 'again', false, /no way there/],
    ['EHOSTUNREACH', 'again', false, /no way there/],
    ['ECONNRESET', 'again', false, /the connection closed .*if this is its port of HTTPS/],
    ['HPE_INVALID_CONSTANT', 'elsewhere', false, /Expected HTTP at .*clickhouses:\/\//],
  ] as const)('%s is told, and whether a statement may have arrived', (code, hope, isUnseen, says) => {
    expect(faultAt(onTheWay(code))).toMatchObject({ hope, spare: 'all', isUnseen, says: expect.stringMatching(says) })
  })

  test.each([
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'CERT_HAS_EXPIRED',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
  ])('%s is told as a matter of certificates', (code) => {
    const fault = faultAt(onTheWay(code), urlOf('clickhouses://db'))
    expect(fault).toMatchObject({
      hope: 'elsewhere',
      isUnseen: true,
      says: expect.stringMatching(/\?ca=.*&cert= and &key=/),
    })
  })

  test('an answer that breaks off in the middle may come whole the next time', () => {
    expect(faultAt(new SyntaxError('Unexpected end of JSON input'))).toMatchObject({ hope: 'again', spare: 'all' })
  })

  test('says that events are safe only where there is a log', () => {
    const direct = urlOf('clickhouse://db?insert=direct')
    expect(faultAt(onTheWay('ECONNREFUSED')).says).toMatch(/safe: they lie in the log\.$/)
    expect(faultAt(onTheWay('ECONNREFUSED'), direct).says).not.toMatch(/safe/)
  })

  test('tells no secret, whatever the server repeats', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9+/@:. ]{8,20}$/)
    const codes = fc.constantFrom('1', '62', '117', '243', '516', 'ECONNRESET', undefined)
    fc.assert(
      fc.property(secret, fc.string(), codes, fc.boolean(), (password, around, code, isToken) => {
        const written = encodeURIComponent(password)
        const url = urlOf(isToken ? `clickhouse://db?token=${written}` : `clickhouse://help:${written}@db`)
        const basic = Buffer.from(`help:${password}`).toString('base64')
        const long = 'x'.repeat(280)
        for (const echo of [password, written, ...(isToken ? [] : [basic])]) {
          const error = Object.assign(new Error(`${around}${echo}${around}${long}${echo}`), { code })
          const { says, cause } = faultAt(error, url)
          for (const part of [echo, echo.slice(0, 7)]) expect(`${says} ${cause.message}`).not.toContain(part)
        }
      }),
    )
  })
})
