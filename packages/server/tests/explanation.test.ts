import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Store } from '../src/store/store.js'
import { collect, type TestCollector } from './helpers/collect.js'
import { MINUTE, NOON, opening, progress, SITE, search, vote } from './helpers/events.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { setEnv, tempFolder, tempStore } from './helpers/temp.js'

const TAB = '0198c000-0000-7000-8000-00000000000a'
const ELSEWHERE = '0198d000-0000-7000-8000-0000000000ee'
const ID = (n: number): string => `0198d000-0000-7000-8000-${String(n).padStart(12, '0')}`
const SECOND = 1_000

let folder: string
let store: Store
let collector: TestCollector

beforeEach(async () => {
  folder = await tempFolder()
  store = await tempStore({ folder })
  collector = await collect({ store, now: () => NOON + 60 * MINUTE, site: SITE })
})

const inTab = { tabId: TAB, sessionId: ID(1) }

/** Opens at noon from another tab, searches, hides the tab after a last touch, and opens again an hour later. */
async function visit(): Promise<void> {
  const { body } = await collector.post({
    sentAt: NOON + 50 * MINUTE,
    events: [
      opening({ ...inTab, id: ID(1), seq: 1, ts: NOON, activeAt: null, position: 2, openedFrom: ELSEWHERE }),
      search({ ...inTab, id: ID(2), seq: 2, ts: NOON + MINUTE, activeAt: NOON, query: 'pay\u001b[31m' }),
      progress({ ...inTab, id: ID(3), seq: 3, ts: NOON + 4 * MINUTE, activeAt: NOON + 3 * MINUTE, cause: 'hidden' }),
      vote({ ...inTab, id: ID(4), seq: 4, ts: NOON + 7 * MINUTE + 999, activeAt: NOON + 3 * MINUTE }),
      opening({ tabId: TAB, sessionId: ID(5), id: ID(5), seq: 5, ts: NOON + 40 * MINUTE, activeAt: NOON + 4 * MINUTE }),
    ],
  })
  expect(body.rejected).toEqual([])
}

const words = async (id: string, params = ''): Promise<string> => {
  const response = await collector.handle(
    new Request(`http://localhost/api/help/sessions/${id}?format=text${params}`),
    ['sessions', id],
  )
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
  return response.text()
}

describe('a session in words', () => {
  beforeEach(visit)

  test('says why it started, and what opened its tab', async () => {
    const said = await words(ID(1))
    expect(said).toMatch(/^Counted for docs, channel help, by the rulebook, version \d+\.$/m)
    expect(said).toMatch(
      /^ {2}2026-03-10 12:00:00\.000 {2}The reader clicked a link to the article ".*, at place 2\.$/m,
    )
    expect(said).toContain('It is the first session of its tab.')
    expect(said).toContain(`A link in session ${ELSEWHERE} of another tab opened this one`)
  })

  test('says of each event, and of the activity that only it proves, the gap before it and what it did to the end', async () => {
    const lines = (await words(ID(1))).split('\n')
    const step = (time: string) => lines.filter((line) => line.includes(`2026-03-10 ${time}`)).join('\n')
    expect(step('12:00:00.000')).toContain('started it; without activity it would end at 12:05:00.000')
    expect(step('12:01:00.000')).toMatch(/searches ".*" {2}kept it after 1:00\.000; moves the end to 12:06:00\.000/)
    expect(step('12:03:00.000')).toMatch(/was active +kept it after 2:00\.000; moves the end to 12:08:00\.000/)
    expect(step('12:04:00.000')).toMatch(/the tab is hidden +1:00\.000 after the last activity; no activity itself/)
    expect(step('12:07:00.999')).toMatch(/votes +kept it after 4:00\.999; moves the end to 12:12:00\.999/)
  })

  test('says why it ended, the longest gap, and that the page claimed the same', async () => {
    const said = await words(ID(1))
    expect(said).toContain('The longest time without activity was 4:00.999 of 5:00.000.')
    expect(said).toMatch(/^ {2}2026-03-10 12:12:00\.999 {2}No activity after 2026-03-10 12:07:00\.999/m)
    expect(said).toContain('The page claimed the same of all its 4 events.')
    expect(await words(ID(5))).toContain(`The session of this tab before it, ${ID(1)}, was over.`)
  })

  test('comes in Spanish and in the time zone that is asked for', async () => {
    const said = await words(ID(1), '&lang=es&tz=America/Bogota')
    expect(said).toContain('2026-03-10 07:00:00.000  El lector hizo clic en un enlace al artículo')
    expect(said).toContain('la mantuvo tras 1:00.000; lleva el final a las 07:06:00.000')
    expect(said).toContain('Por qué terminó')
  })

  test('brings nothing that steers a terminal', async () => {
    expect(await words(ID(1))).toContain('searches "pay\uFFFD[31m"')
  })

  test('is JSON unless words are asked for, which are read with care', async () => {
    expect((await collector.get(`sessions/${ID(1)}`)).body).toMatchObject({ id: ID(1), longestGapMs: 240_999 })
    expect(await collector.get(`sessions/${ID(1)}?format=xml`)).toMatchObject({
      status: 400,
      body: { error: 'format: expected json or text, got "xml"' },
    })
    expect((await collector.get(`sessions/${ID(1)}?format=text&lang=fr`)).status).toBe(400)
    expect((await collector.get(`sessions/${ID(1)}?format=text&tz=Mars`)).status).toBe(400)
  })
})

test('a session says what its page claimed otherwise', async () => {
  await collector.events(
    opening({ ...inTab, id: ID(1), seq: 1, ts: NOON, activeAt: null }),
    vote({ ...inTab, id: ID(2), seq: 2, ts: NOON + SECOND, activeAt: NOON, sessionId: null }),
  )
  expect(await words(ID(1))).toContain(
    `The page claimed another session for 1 of its events:\n  help.feedback.vote ${ID(2)}: claimed no session`,
  )
})

describe('helptally explain', () => {
  const explain = (...args: readonly string[]) => runInTerminal(['explain', ...args, '--store', `duckdb:${folder}`])

  test('says the same as the collector, in words and as JSON', async () => {
    await visit()
    const inWords = await words(ID(1), '&tz=Europe/Madrid')
    const { body } = await collector.get(`sessions/${ID(1)}`)
    await store.close()
    const { code, out } = await explain(ID(1), '--tz', 'Europe/Madrid')
    expect({ code, out: `${out}\n` }).toEqual({ code: 0, out: inWords })
    expect(JSON.parse((await explain(ID(1), '--json')).out)).toEqual(body)
  })

  test('names the sessions of a conversation that a platform knows by its id', async () => {
    setEnv('HELPTALLY_PSEUDONYM_SECRET', 'secret')
    const platform = await collect({ store, site: SITE, serverKey: 'key', pseudonymSecret: 'secret' })
    const said = (id: string, at: number, conversation: string) => ({
      ...{ id, channel: 'web', conversation, visitor: 'v', at, type: 'message', by: 'user' },
    })
    await platform.send('POST', 'conversations', {
      body: JSON.stringify({
        facts: [said('b', NOON, 'chat'), said('a', NOON - 6 * MINUTE, 'chat'), said('c', NOON, 'another')],
      }),
      headers: { 'content-type': 'application/json', authorization: 'Bearer key' },
    })
    await platform.get('health')
    await store.close()
    const conversation = ['--site', SITE, '--channel', 'web', '--platform-conversation']
    const { code, out } = await explain(...conversation, 'chat', '--tz', 'Europe/Madrid')
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(
        /^2026-03-10 12:54:00\.000 {2}[\da-f-]{36}\n2026-03-10 13:00:00\.000 {2}[\da-f-]{36}$/,
      ),
    })
    const [first] = (await explain(...conversation, 'chat', '--json')).out.split('\n').map((line) => JSON.parse(line))
    expect(first.started_at).toBe('2026-03-10T11:54:00.000Z')
    expect(await explain(first.id)).toMatchObject({ code: 0, out: expect.stringContaining('Why it started') })
    expect(await explain(...conversation, 'nowhere')).toMatchObject({
      code: 1,
      error: expect.stringContaining('counts no session of that conversation'),
    })
  })

  test('says that there is no such session', async () => {
    await store.close()
    expect(await explain(ID(9))).toMatchObject({
      code: 1,
      error: `[helptally] duckdb:${folder} counts no session ${ID(9)}. Expected the id of the event that opened it.`,
    })
  })

  test.each([
    [[]],
    [['seven']],
    [[ID(1), ID(2)]],
    [[ID(1), '--lang', 'fr']],
    [[ID(1), '--tz', 'Mars']],
    [['--platform-conversation', 'chat']],
  ])('does not understand %j', async (args) => {
    expect(await explain(...args)).toMatchObject({ code: 2, error: expect.stringMatching(/xpected/) })
  })
})
