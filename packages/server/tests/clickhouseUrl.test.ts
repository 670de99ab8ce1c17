import { resolve } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ClickhouseUrl, nameOf } from '../src/store/clickhouse/servers/clickhouseUrl.js'
import { shownUrl } from '../src/store/shownUrl.js'
import { parseStoreUrl } from '../src/store/storeUrl.js'

const read = (url: string, env: NodeJS.ProcessEnv = {}): ClickhouseUrl => {
  const found = parseStoreUrl(url, env)
  if (found.engine !== 'clickhouse') throw new Error(`read as ${found.engine}`)
  return found
}

describe('the URL of a ClickHouse store', () => {
  test('says where the servers are, who asks and for which database', () => {
    const url = read('clickhouse://help:s%40cret@db.internal:8123/insights')

    expect(url).toMatchObject({
      engine: 'clickhouse',
      shards: [['http://db.internal:8123']],
      database: 'insights',
      folder: resolve('./.helptally'),
      keepDays: null,
      cluster: null,
      insert: 'log',
      tls: { ca: null, client: null },
      requestTimeoutMs: 30_000,
      connectTimeoutMs: 5_000,
    })
    expect([url.login.user, url.login.password(), url.login.token()]).toEqual(['help', 's@cret', null])
  })

  test.each([
    ['clickhouse://h', 'http://h:8123'],
    ['clickhouse://h:9999/', 'http://h:9999'],
    ['clickhouses://h', 'https://h:8443'],
    ['clickhouse://h?tls=1', 'https://h:8443'],
    ['clickhouse://h:9440?tls=1', 'https://h:9440'],
    ['clickhouse://h:8443', 'https://h:8443'],
    ['clickhouse://h:443/db', 'https://h:443'],
    ['clickhouse://h:8443?tls=0', 'http://h:8443'],
    ['clickhouse://[::1]:8123/db', 'http://[::1]:8123'],
    ['clickhouse://DB.Example.com', 'http://db.example.com:8123'],
    [
      'clickhouse://default:pw@abc123.eu-west-1.aws.clickhouse.cloud:8443',
      'https://abc123.eu-west-1.aws.clickhouse.cloud:8443',
    ],
    [
      'clickhouse://default:pw@abc123.eu-west-1.aws.clickhouse.cloud',
      'https://abc123.eu-west-1.aws.clickhouse.cloud:8443',
    ],
    [
      'clickhouse://https://abc123.eu-west-1.aws.clickhouse.cloud:8443',
      'https://abc123.eu-west-1.aws.clickhouse.cloud:8443',
    ],
    [
      'clickhouse:https://abc123.eu-west-1.aws.clickhouse.cloud:8443/',
      'https://abc123.eu-west-1.aws.clickhouse.cloud:8443',
    ],
    ['clickhouse:https://default:pw@h:9000/db', 'https://h:9000'],
    ['clickhouse:http://h:8443', 'http://h:8443'],
  ])('%s is %s', (url, address) => {
    expect(read(url).shards).toEqual([[address]])
  })

  test('has replicas between commas and shards between semicolons', () => {
    const url = read('clickhouse://u@a1:8123,a2:8123;b1:8123,b2:8123/db?cluster=help')
    expect(url.shards).toEqual([
      ['http://a1:8123', 'http://a2:8123'],
      ['http://b1:8123', 'http://b2:8123'],
    ])
    expect(url.cluster).toBe('help')
    expect(nameOf(url)).toBe('clickhouse://a1:8123,a2:8123;b1:8123,b2:8123/db')
  })

  test('has options', () => {
    const url = read(
      'clickhouses://h?folder=/var/log/help&keepDays=400&insert=direct&ca=/c/ca.pem&cert=/c/me.pem&key=/c/me.key' +
        '&timeoutSeconds=60&connectSeconds=2',
    )
    expect(url).toMatchObject({
      folder: '/var/log/help',
      keepDays: 400,
      insert: 'direct',
      tls: { ca: '/c/ca.pem', client: { cert: '/c/me.pem', key: '/c/me.key' } },
      requestTimeoutMs: 60_000,
      connectTimeoutMs: 2_000,
    })
  })

  test('leaves password and token to the environment', () => {
    const byPassword = read('clickhouse://help@h', { HELPTALLY_STORE_PASSWORD: 'p:w' }).login
    expect([byPassword.user, byPassword.password(), byPassword.token()]).toEqual(['help', 'p:w', null])
    const byToken = read('clickhouse://h', { HELPTALLY_STORE_TOKEN: 'ey.J.w' }).login
    expect([byToken.user, byToken.password(), byToken.token()]).toEqual(['default', '', 'ey.J.w'])
  })

  test('goes before the environment with what it says itself', () => {
    const env = { HELPTALLY_STORE_PASSWORD: 'env', HELPTALLY_STORE_TOKEN: 'env.jwt' }
    const byPassword = read('clickhouse://help:own@h', env).login
    expect([byPassword.password(), byPassword.token()]).toEqual(['own', null])
    const byToken = read('clickhouse://help@h?token=own.jwt', env).login
    expect([byToken.password(), byToken.token()]).toEqual(['', 'own.jwt'])
  })

  test.each([
    ['clickhouse://', /such as clickhouse:\/\/user@host:8123\/database/],
    ['clickhouse:', /such as clickhouse/],
    ['clickhouse://h:99999', /such as clickhouse/],
    ['clickhouse://h:0', /such as clickhouse/],
    ['clickhouse://a,,b', /replicas between commas/],
    ['clickhouse://h;', /shards between semicolons/],
    ['clickhouse://u:100%@h', /% as %25/],
    ['clickhouse://u:pa/ss@h/db', /write @ as %40/],
    ['clickhouse://h/a/b', /a database of letters/],
    ['clickhouse://h/my-db', /a database of letters/],
    ['clickhouse://a;b/db', /\?cluster=<name> behind several shards/],
    ['clickhouse://h?cluster=a b', /\?cluster=<name>/],
    ['clickhouse://h?insert=now', /\?insert=direct/],
    ['clickhouse://h?keepDays=3', /\?keepDays=<days>, at least 8/],
    ['clickhouse://h?tls=yes', /\?tls=1 or \?tls=0/],
    ['clickhouses://h?tls=0', /the same before the host/],
    ['clickhouse:http://h?tls=1', /the same before the host/],
    ['clickhouse://h?ca=/x', /clickhouses:\/\/ where certificates are named/],
    ['clickhouses://h?cert=/x', /&key=<file>/],
    ['clickhouse://h?timeoutSeconds=0', /\?timeoutSeconds=<whole seconds>/],
    ['clickhouse://h?timeout=3', /not "timeout"/],
    ['clickhouse://h?tls=1&tls=0', /at most once/],
  ])('%s is refused', (url, reason) => {
    expect(() => read(url)).toThrow(reason)
    expect(() => read(url)).toThrow(/^\[helptally\] Expected .* got ".*"\. Mend HELPTALLY_STORE/)
  })

  test('with two ways to log in is refused', () => {
    expect(() => read('clickhouse://u:pw@h?token=jwt')).toThrow(/a password or a token.*Leave one of them away/)
    const env = { HELPTALLY_STORE_PASSWORD: 'pw', HELPTALLY_STORE_TOKEN: 'jwt' }
    expect(() => read('clickhouse://u@h', env)).toThrow(/HELPTALLY_STORE_PASSWORD and HELPTALLY_STORE_TOKEN/)
  })

  test.each([
    ['clickhouse://u:pw@h:8123/db?token=jwt&keepDays=9', 'clickhouse://***@h:8123/db?***&keepDays=9'],
    ['clickhouse://user:hunter2', 'clickhouse://user:***'],
    ['clickhouse://[::1]:8123/db', 'clickhouse://[::1]:8123/db'],
    ['clickhouse://u:a/b@c@h/db', 'clickhouse://***@h/db'],
    ['clickhouse://u:a?b@h/db', 'clickhouse://***'],
    ['clickhouse:https://default:pw@h:8443', 'clickhouse:https://***@h:8443'],
    ['postgres://u:pw@h/db?sslpassword=x', 'postgres://***@h/db?***'],
    ['duckdb:/srv/@help?keepDays=400', 'duckdb:/srv/@help?keepDays=400'],
  ])('%s is shown as %s', (url, shown) => {
    expect(shownUrl(url)).toBe(shown)
  })
})

describe('whatever its parts are', () => {
  const host = fc.domain().filter((name) => name.length < 60)
  const port = fc.integer({ min: 1, max: 65_535 })
  const replicas = fc.array(fc.tuple(host, port), { minLength: 1, maxLength: 3 })
  const word = fc.stringMatching(/^[a-z_][a-z0-9_]{0,20}$/)
  /** Long enough to be found nowhere by chance. */
  const secret = fc
    .tuple(fc.stringMatching(/^[A-Za-z0-9]{12}$/), fc.string({ unit: 'grapheme', maxLength: 10 }))
    .map(([known, anything]) => ({ known, whole: known + anything }))

  test('the URL is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.record({
          shards: fc.array(replicas, { minLength: 1, maxLength: 3 }),
          tls: fc.boolean(),
          user: fc.string({ unit: 'grapheme', minLength: 1 }),
          password: fc.string({ unit: 'grapheme', minLength: 1 }),
          database: word,
          folder: fc
            .string({ unit: 'grapheme', minLength: 1 })
            .map((name) => resolve('/srv', `x${name.replaceAll('\0', '')}`)),
          keepDays: fc.option(fc.integer({ min: 8, max: 99_999 })),
          insert: fc.constantFrom('log', 'direct'),
          seconds: fc.integer({ min: 1, max: 9999 }),
        }),
        ({ shards, tls, user, password, database, folder, keepDays, insert, seconds }) => {
          const options = new URLSearchParams({ cluster: 'c', folder, insert, timeoutSeconds: String(seconds) })
          if (keepDays !== null) options.set('keepDays', String(keepDays))
          options.set('tls', tls ? '1' : '0')
          const places = shards.map((shard) => shard.map((pair) => pair.join(':')).join(',')).join(';')
          const userInfo = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`
          const url = read(`clickhouse://${userInfo}@${places}/${database}?${options}`)

          const scheme = tls ? 'https' : 'http'
          expect(url.shards).toEqual(
            shards.map((shard) => shard.map(([h, p]) => `${scheme}://${h.toLowerCase()}:${p}`)),
          )
          expect([url.login.user, url.login.password()]).toEqual([user, password])
          expect(url).toMatchObject({ database, folder, keepDays, insert, requestTimeoutMs: seconds * 1000 })
        },
      ),
    )
  })

  test('no secret is shown, neither by what was read nor by what is said against it', () => {
    const mistake = fc.constantFrom('', '/a/b', '?keepDays=1', '?nonsense=1', '?tls=2', '?cluster=a b', '/x?ca=/y')
    const raw = fc.boolean()
    fc.assert(
      fc.property(secret, mistake, raw, fc.boolean(), host, ({ known, whole }, end, isRaw, isToken, name) => {
        const written = isRaw ? whole : encodeURIComponent(whole)
        const join = end.includes('?') ? '&' : '?'
        const url = isToken
          ? `clickhouse://${name}${end}${join}token=${isRaw ? known : written}`
          : `clickhouse://me:${written}@${name}${end}`
        let said: string
        try {
          const found = read(url)
          said = `${inspect(found, { depth: 9, showHidden: true })} ${JSON.stringify(found)} ${nameOf(found)}`
        } catch (error) {
          said = `${inspect(error)}`.replace(/\n\s+at .*/g, '')
        }
        expect(`${said} ${shownUrl(url)}`).not.toContain(known)
      }),
    )
  })
})
