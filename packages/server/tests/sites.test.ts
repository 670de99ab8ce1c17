import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Authorized } from '../src/collector/access.js'
import { explainAny } from '../src/explanation/explainAny.js'
import { REPORT_NAMES } from '../src/reports/readReport.js'
import { sitesOf } from '../src/reports/sites.js'
import type { Store } from '../src/store/store.js'
import { collect, type TestCollector } from './helpers/collect.js'
import { NOON, opening } from './helpers/events.js'
import { tempStore } from './helpers/temp.js'

const id = (n: number) => `0198c000-0000-7000-8000-0000000000${n.toString(16).padStart(2, '0')}`
const at = (site: string, n: number) => opening({ site, id: id(n), tabId: id(n + 16), visitorId: id(n + 32) })

let store: Store
let answer: Authorized
let collector: TestCollector

beforeEach(async () => {
  store = await tempStore()
  answer = { role: 'admin', sites: ['mine', 'ours'] }
  collector = await collect({ store, site: 'theirs', serverKey: 'key', authorize: () => answer })
  await collector.events(at('mine', 1), at('ours', 2), at('theirs', 3))
  await collector.events(opening({ site: 'theirs', id: id(4), tabId: id(5), visitorId: id(33) }))
  const fact = { id: 'm1', channel: 'sms', conversation: 'c', visitor: 'v', at: NOON, type: 'message', by: 'user' }
  await collector.send('POST', 'conversations?site=theirs', {
    headers: { authorization: 'Bearer key', 'content-type': 'application/json' },
    body: JSON.stringify({ facts: [fact] }),
  })
})

const json = (body: unknown): RequestInit => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** Everything that is about one site, as somebody who may do everything would ask it. */
const calls: readonly (readonly [method: string, path: string, init?: RequestInit])[] = [
  ...REPORT_NAMES.map((name) => ['GET', `reports/${name}?article=install`] as const),
  ['GET', 'gaps/changes?'],
  ['POST', 'gaps?', json({ do: 'set', query: 'x', status: 'planned' })],
  ['GET', 'annotations?'],
  ['POST', 'annotations?', json({ kind: 'note', text: 'x' })],
  ['DELETE', `annotations/${id(9)}?`],
  ['POST', 'tickets?', json({ tickets: [] })],
]

describe.each(calls)('%s %s', (method, path, init) => {
  const ask = (params: string) => collector.send(method, `${path}&${params}`, init)

  test('is answered for a site that `authorize` names', async () => {
    expect((await ask('site=mine')).status).not.toBe(403)
    expect((await ask('site=ours&site=theirs')).status).not.toBe(403)
  })

  test.each([
    ['another', 'site=theirs'],
    ['the one that is meant when none is named', ''],
    ['another, named first', 'site=theirs&site=mine'],
    ['one that nobody knows', 'site=nowhere'],
  ])('is refused for %s', async (_, params) => {
    const { status, body } = await ask(params)
    expect(status).toBe(403)
    expect(body.error).toMatch(/^Expected one of the sites that `authorize` names for whoever asks, got "/)
  })
})

test('of a site named twice the first one is counted, in the stream of what goes on, too', async () => {
  const streamed = async (params: string) => {
    const response = await collector.handle(new Request(`http://localhost/api/help/live?${params}`), ['live'])
    if (response.status !== 200) return response.status
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (!text.includes('data: ')) text += (await reader.read()).value ?? ''
    await reader.cancel()
    return JSON.parse(text.split('data: ')[1]!).site
  }
  expect(await streamed('site=mine&site=theirs')).toBe('mine')
  expect(await streamed('site=theirs&site=mine')).toBe(403)
  expect((await collector.get('reports/sessions?site=mine&site=theirs')).body.site).toBe('mine')
  expect((await collector.get('reports/sessions?site=mine&site=theirs&format=json')).body.site).toBe('mine')
})

describe('what is asked for by its id', () => {
  test('is a session of theirs, or none that is counted', async () => {
    expect((await collector.get(`sessions/${id(1)}`)).status).toBe(200)
    const others = await collector.get(`sessions/${id(3)}`)
    const none = await collector.get(`sessions/${id(15)}`)
    expect([others.status, others.body.error]).toEqual([404, none.body.error.replace(id(15), id(3))])
    const [conversation] = await store.query<{ id: string }>('select c.id::varchar as id from conversation_sessions c')
    expect(await explainAny(store, conversation!.id, NOON)).toMatchObject({ site: 'theirs' })
    expect((await collector.get(`sessions/${conversation!.id}`)).status).toBe(404)
  })

  test('is an event of theirs, or none that is known', async () => {
    expect((await collector.get(`ledger/${id(1)}`)).body.arrivals).toMatchObject([{ site: 'mine' }])
    expect((await collector.get(`ledger/${id(3)}`)).status).toBe(404)
  })

  test('is a visitor who was on their sites alone, to be erased', async () => {
    const events = async () => (await store.query<{ n: number }>('select count(*) as n from events'))[0]!.n
    const before = await events()
    // One of ours, whom another site knows as well, and one whom only the other site knows.
    for (const visitor of [id(33), id(35)]) {
      const { status, body } = await collector.send('DELETE', `visitors/${visitor}`)
      expect([status, body.error]).toEqual([403, expect.stringMatching(/it takes an admin of all of them/)])
    }
    expect(await events()).toBe(before)
    expect((await collector.send('DELETE', `visitors/${id(34)}`)).body).toEqual({ erased: 1 })
    answer = true
    expect((await collector.send('DELETE', `visitors/${id(33)}`)).body).toEqual({ erased: 2 })
  })
})

describe('what `authorize` answers', () => {
  test('without sites is about all of them', async () => {
    for (const everything of [
      true,
      'viewer',
      { role: 'viewer' },
      { role: 'viewer', sites: undefined },
    ] as Authorized[]) {
      answer = everything
      expect((await collector.get('reports/sessions?site=theirs')).status).toBe(200)
      expect((await collector.get(`sessions/${id(3)}`)).status).toBe(200)
    }
  })

  test('with no site at all lets nobody see anything', async () => {
    answer = { role: 'admin', sites: [] }
    expect((await collector.get('reports/sessions?site=mine')).status).toBe(403)
    expect((await collector.get(`sessions/${id(1)}`)).status).toBe(404)
  })

  test.each([null, 'mine', [1], {}])('with %j for sites opens nothing', async (sites) => {
    answer = { role: 'admin', sites } as never
    expect((await collector.get('reports/sessions?site=mine')).status).toBe(500)
    expect(collector.lines.at(-1)).toMatch(/authorize: expected sites to be a list of ids of sites, got /)
  })
})

test('the sites that a store knows are those of which it took something in', async () => {
  await collector.post({ sentAt: NOON, test: true, events: [at('only-a-test', 6)] })
  await collector.events({ ...at('only-rejected', 7), via: 'nowhere' })
  expect(await sitesOf(store)).toEqual(['mine', 'ours', 'theirs'])
})
