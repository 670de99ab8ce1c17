import { expect, test } from '@jest/globals'
import { createReportClient, type JobKind, RequestRefused } from '../src/client/index.js'
import { collect } from './helpers/collect.js'
import { NOON, opening, SITE } from './helpers/events.js'
import { until } from './helpers/jobs.js'

/** A client whose requests end at a collector. */
async function connected(token = 's3cret') {
  const collector = await collect({ token: 's3cret', site: SITE, serverKey: 'key' })
  const session = opening()
  await collector.events(session)
  const client = createReportClient({
    url: 'https://help.example/api/help/',
    token,
    fetch: (input, init) => {
      const request = new Request(input, init)
      return collector.handle(request, new URL(request.url).pathname.split('/').slice(3))
    },
  })
  const tell = (fact: object) =>
    collector.send('POST', 'conversations', {
      body: JSON.stringify({ facts: [fact] }),
      headers: { 'content-type': 'application/json', authorization: 'Bearer key' },
    })
  return { client, session, tell }
}
const period = { from: '2026-03-10', to: new Date('2026-03-11') } as const

test('a client reads reports, sessions and events, and erases a visitor', async () => {
  const { client, session } = await connected()
  const { rows, before } = await client.report('articles', { ...period, device: undefined, compare: 'before' } as const)
  expect([rows[0]?.article, before?.rows]).toEqual(['install', []])
  expect((await client.report('sessions', period)).totals.sessions).toBe(1)
  expect(await client.csv('live', period)).toContain(session.id)
  expect((await client.session(session.id)).start.entry).toBe('article_click')
  expect((await client.event(session.id)).arrivals).toHaveLength(1)
  expect(await client.eraseVisitor(session.visitorId)).toBe(1)
})

test('a client erases a visitor of a chat platform, by the number that the platform knows', async () => {
  const { client, tell } = await connected()
  await tell({ id: 'a', channel: 'sms', conversation: 'c', visitor: '+34600', at: NOON, type: 'message', by: 'user' })
  expect(await client.erasePlatformVisitor('+34 600', { site: SITE })).toBe(1)
  expect(await client.erasePlatformVisitor('+34 600')).toBe(0)
})

test('a client works on gaps, and tells what was done', async () => {
  const { client } = await connected()
  const nr = await client.changeGap({ do: 'set', query: 'Refund', status: 'planned' }, { site: SITE })
  expect(await client.changeGap({ do: 'set', query: 'refund', status: 'planned' })).toBeNull()
  expect(await client.gapChanges()).toMatchObject([{ nr, queries: ['refund'], to: { status: 'planned' } }])
  const id = await client.annotate({ kind: 'deploy', text: 'Release 1.2' })
  expect(await client.annotations(period)).toMatchObject([{ id, text: 'Release 1.2' }])
  await client.removeAnnotation(id)
  expect(await client.annotations({ ...period, site: SITE })).toEqual([])
})

test('a client has long work done, hears how far it is, and fetches what it wrote', async () => {
  const { client, session } = await connected()
  const ended = <Kind extends JobKind>(kind: Kind, nr: number) =>
    until(
      () => client.job(kind, nr),
      ({ state }) => state !== 'running',
    )
  const { nr } = await client.startExport({ format: 'ndjson', from: '2026-03-10' }, { site: SITE })
  expect((await ended('export', nr)).result).toMatchObject({ rows: 1 })
  const file = await new Response(await client.exportFile(nr)).blob()
  expect(await file.text()).toContain(session.id)
  const imported = await client.startImport(file, { file: 'a.ndjson' })
  expect((await ended('import', imported.nr)).result).toMatchObject({ taken: 0, known: 1 })
  const recount = await client.startRecount({ from: '2026-03-10', last: '2026-03-10' })
  expect((await ended('recount', recount.nr)).result).toMatchObject({ is_equal: true, claimed: 1, found: 1 })
  const again = await client.changeJob('recount', recount.nr, { do: 'again' })
  await ended('recount', again.nr)
  expect((await client.jobs('recount')).map((job) => job.nr)).toEqual([2, 1])
})

test('a refusal says what was asked, and why it was refused', async () => {
  const { client } = await connected('wrong')
  const refused = await client.report('sessions').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(RequestRefused)
  expect(refused).toMatchObject({
    status: 401,
    retryAfterS: null,
    message: expect.stringMatching(
      /^\[helptally\] GET https:\/\/help\.example\/api\/help\/reports\/sessions\? was answered 401: /,
    ),
  })
})

test('so does something else than a collector', async () => {
  const url = 'https://help.example/wrong'
  const client = createReportClient({
    url,
    fetch: async () => new Response('<h1>Busy</h1>', { status: 503, headers: { 'retry-after': '7' } }),
  })
  await expect(client.session('a/b')).rejects.toMatchObject({
    retryAfterS: 7,
    message: expect.stringContaining('sessions/a%2Fb was answered 503: no reason given. Expected the base path'),
  })
})
