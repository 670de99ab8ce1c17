import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, test } from '@jest/globals'
import type { Cluster } from '../src/store/clickhouse/servers/cluster.js'
import { type Certificate, certificateFor } from './helpers/certificate.js'
import { describeChdb } from './helpers/chdb.js'
import { type ClickhouseShim, clickhouseShim } from './helpers/clickhouseShim.js'
import { clusterAt } from './helpers/clusterAt.js'
import { afterTest, tempFolder } from './helpers/temp.js'
import { type Door, type TlsFront, tlsFront } from './helpers/tlsFront.js'

const DOOR: Door = { user: 'help', password: 'pa:ss/w@rd?', token: 'eyJhbGciOi.payload.signature' }
const ONE = [{ one: 1 }]

interface Place {
  readonly shim: ClickhouseShim
  readonly front: TlsFront
  readonly ca: string
}

async function place(door: Door = DOOR): Promise<Place> {
  const shim = await clickhouseShim()
  const front = await tlsFront(shim.port, door)
  return { shim, front, ca: await fileOf('ca.pem', front.certificate.cert) }
}

async function fileOf(name: string, content: string): Promise<string> {
  const file = join(await tempFolder(), name)
  await writeFile(file, content)
  return file
}

const cluster = (url: string, env: NodeJS.ProcessEnv = {}): Cluster => clusterAt(url, { env, giveUpAfterMs: 0 })

/** What is said, with all that an error carries. */
async function refusal(asked: Cluster): Promise<string> {
  const reason: unknown = await asked.query('select 1 as one').catch((error: unknown) => error)
  expect(reason).toMatchObject({ name: 'StoreUnavailable', message: expect.stringMatching(/^\[helptally\] Expected /) })
  return inspect(reason, { depth: 5 })
}

const select = (asked: Cluster): Promise<unknown> => asked.query('select toInt32(1) as one')

// A shim behind a front of ours: what is proven is what the client sends, not whom ClickHouse lets in.
describeChdb('over TLS, before the shim,', () => {
  test('a user with a password is let in, the password of whatever characters', async () => {
    const { front, ca } = await place()
    const written = `help:${encodeURIComponent(DOOR.password)}`
    expect(await select(cluster(`clickhouses://${written}@127.0.0.1:${front.port}?ca=${ca}`))).toEqual(ONE)
    const pasted = `clickhouse:https://${written}@127.0.0.1:${front.port}?ca=${ca}`
    expect(await select(cluster(pasted))).toEqual(ONE)
  })

  test('the password may come from the environment', async () => {
    const { front, ca } = await place()
    const url = `clickhouses://help@127.0.0.1:${front.port}?ca=${ca}`
    expect(await select(cluster(url, { HELPTALLY_STORE_PASSWORD: DOOR.password }))).toEqual(ONE)
  })

  test('a token is taken, of the URL or of the environment, beside an authority of ours', async () => {
    const { front, ca } = await place()
    const url = `clickhouses://127.0.0.1:${front.port}?ca=${ca}`
    expect(await select(cluster(`${url}&token=${DOOR.token}`))).toEqual(ONE)
    expect(await select(cluster(url, { HELPTALLY_STORE_TOKEN: DOOR.token }))).toEqual(ONE)
  })

  test('a certificate of ours stands for the user', async () => {
    const client = certificateFor('help')
    const { front, ca } = await place({ ...DOOR, client })
    const [cert, key] = [await fileOf('me.pem', client.cert), await fileOf('me.key', client.key)]
    const url = `clickhouses://help@127.0.0.1:${front.port}?ca=${ca}&cert=${cert}&key=${key}`
    expect(await select(cluster(url))).toEqual(ONE)
  })

  test('inserts go the same way', async () => {
    const { front, ca } = await place()
    const url = `clickhouses://help:${encodeURIComponent(DOOR.password)}@127.0.0.1:${front.port}?ca=${ca}`
    const asked = cluster(url)
    await asked.command('create table t (a Int64) engine = MergeTree order by a')
    await asked.insert(0, { table: 't', rows: '{"a":1}\n{"a":2}\n', token: 'x' })
    expect(await asked.query('select sum(a) as sum from t')).toEqual([{ sum: 3 }])
  })

  test('a wrong password is said, once, and shown nowhere', async () => {
    const { front, ca } = await place()
    const said = await refusal(cluster(`clickhouses://help:hunter22@127.0.0.1:${front.port}?ca=${ca}`))
    expect(said).toMatch(/lets in the user help, found user or password wrong .*HELPTALLY_STORE_PASSWORD/s)
    expect(said).not.toContain('hunter22')
    expect(said).not.toContain(Buffer.from('help:hunter22').toString('base64'))
    // Asked again and again, a server may shut its door.
    expect(front.asked()).toBe(1)
  })

  test('a token that has run out is said, and shown nowhere', async () => {
    const { front, ca } = await place()
    const said = await refusal(cluster(`clickhouses://127.0.0.1:${front.port}?ca=${ca}&token=old.jwt.token`))
    expect(said).toMatch(/takes the token, found it refused.*Renew \?token=/s)
    expect(said).not.toContain('old.jwt.token')
  })
})

describeChdb('who answers to TLS', () => {
  const refused = async (certificate: Certificate, ca: string | null): Promise<string> => {
    const { front } = await place({ ...DOOR, certificate })
    const end = ca === null ? '' : `?ca=${await fileOf('ca.pem', ca)}`
    return refusal(cluster(`clickhouses://help:secret@127.0.0.1:${front.port}${end}`))
  }

  test('is not trusted without an authority that vouches for it', async () => {
    expect(await refused(certificateFor('127.0.0.1'), null)).toMatch(
      /certificate of https:.*DEPTH_ZERO_SELF_SIGNED_CERT.*\?ca=/s,
    )
  })

  test('is not trusted under another name', async () => {
    const certificate = certificateFor('db.example.com')
    expect(await refused(certificate, certificate.cert)).toMatch(/ERR_TLS_CERT_ALTNAME_INVALID.*mend the host/s)
  })

  test('is not trusted when its certificate has run out', async () => {
    const certificate = certificateFor('127.0.0.1', { until: Date.now() - 60_000 })
    expect(await refused(certificate, certificate.cert)).toMatch(/CERT_HAS_EXPIRED/)
  })

  test('is not asked when the file of the authority cannot be read', async () => {
    const said = await refusal(cluster('clickhouses://help@127.0.0.1:1?ca=/no/such/ca.pem'))
    expect(said).toMatch(/Expected a file of certificates .*ENOENT.*\/no\/such\/ca\.pem.*Mend ca, cert or key/s)
  })

  test('may be one that speaks plain HTTP', async () => {
    const shim = await clickhouseShim()
    expect(await refusal(cluster(`clickhouses://127.0.0.1:${shim.port}`))).toMatch(/Expected TLS .*found plain HTTP/s)
  })

  test('may be asked in plain HTTP', async () => {
    const { front } = await place()
    expect(await refusal(cluster(`clickhouse://127.0.0.1:${front.port}`))).toMatch(/port of HTTPS/)
  })
})

test('a page of a proxy that repeats what it was sent is said without the secret', async () => {
  const server = createServer((request, response) => {
    response.writeHead(502)
    response.end(`Bad gateway. You sent: ${request.headers.authorization}, that is help:hunter22`)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  afterTest(async () => void server.close())
  const { port } = server.address() as AddressInfo
  const said = await refusal(cluster(`clickhouse://help:hunter22@127.0.0.1:${port}`))
  expect(said).toMatch(/found one that is not ClickHouse's: .*Bad gateway/)
  expect(said).not.toContain('hunter22')
  expect(said).not.toContain(Buffer.from('help:hunter22').toString('base64'))
})
