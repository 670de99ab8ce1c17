import { beforeEach, describe, expect, test } from '@jest/globals'
import { conversationsById, conversationsMeanwhile } from '../src/conversations/conversationSessions.js'
import { explainConversationSession } from '../src/conversations/explainConversation.js'
import type { Store } from '../src/store/store.js'
import { collect, type TestCollector } from './helpers/collect.js'
import { MINUTE, NOON, opening, SITE } from './helpers/events.js'
import { tempStore } from './helpers/temp.js'

const KEY = 'a-server-key'
const PHONE = '34600123456'
const SECOND = 1_000
const DAY = 86_400_000

let store: Store
let collector: TestCollector

beforeEach(async () => {
  store = await tempStore()
  collector = await collect({ store, site: SITE, serverKey: KEY, now: () => NOON + 2 * DAY })
})

let told = 0

/** A fact so many ms after noon, on whatsapp unless said otherwise. */
function fact(type: string, afterMs: number, more: Readonly<Record<string, unknown>> = {}) {
  told += 1
  const by = type === 'message' ? { by: 'user' } : {}
  return {
    ...{ id: `wamid.${told}`, channel: 'whatsapp', conversation: PHONE, visitor: PHONE, at: NOON + afterMs, type },
    ...by,
    ...more,
  }
}

const tell = (body: unknown, key: string | null = KEY) =>
  collector.send('POST', 'conversations', {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
  })

const erase = (body: unknown, by = collector) =>
  by.send('POST', 'visitors/erase', { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

const facts = (...all: readonly unknown[]) => tell({ facts: all })

async function report(params = 'from=2026-03-10&to=2026-03-13') {
  return (await collector.get(`reports/channels?${params}`)).body
}

async function channel(name: string) {
  return (await report()).rows.find((row: { channel: string }) => row.channel === name)
}

describe('POST conversations', () => {
  test('counts a session, its messages and how it ended', async () => {
    const { status, body } = await facts(
      fact('message', 0),
      fact('message', SECOND, { by: 'bot' }),
      fact('message', 2 * SECOND),
      fact('transfer', MINUTE, { cause: 'asked for a person' }),
      fact('message', 2 * MINUTE, { by: 'agent' }),
    )
    expect({ status, body }).toEqual({ status: 202, body: { received: 5, rejected: [] } })
    expect(await channel('whatsapp')).toEqual({
      channel: 'whatsapp',
      sessions: 1,
      interactions: 3,
      user_turns: 2,
      ended: { open: 0, idle: 0, close: 0, transfer: 1, survey_answered: 0, interrupted: 0 },
    })
  })

  test('counts a fact once, however often it comes', async () => {
    const same = fact('message', 0)
    await facts(same, same)
    await facts(same)
    expect(await channel('whatsapp')).toMatchObject({ sessions: 1, interactions: 1 })
    const { totals } = (await collector.get('reports/ledger?from=2026-03-10&to=2026-03-13')).body
    expect(totals).toMatchObject({ received: 3, accepted: 1, duplicate: 2 })
  })

  test('takes the good facts of a batch, and names the others without their words in the log', async () => {
    const { body } = await facts(
      fact('message', 0),
      fact('message', 0, { by: 'robot' }),
      fact('wave', 0),
      fact('message', -8 * DAY, { id: 'old' }),
      fact('message', 3 * DAY, { id: 'ahead' }),
      PHONE,
    )
    expect(body.received).toBe(6)
    expect(body.rejected.map(({ reason }: { reason: string }) => reason)).toEqual([
      expect.stringMatching(/^by: /),
      expect.stringMatching(/^type: expected one of message/),
      'at: expected a time of the last 7 days',
      'at: expected a time that is not in the future',
      'expected a fact of a conversation, an object, got string',
    ])
    expect(body.rejected.map(({ id }: { id: string }) => id).slice(2)).toEqual(['old', 'ahead', null])
    expect(await channel('whatsapp')).toMatchObject({ sessions: 1 })
    const { totals } = (await collector.get('reports/ledger?from=2026-03-10&to=2026-03-13')).body
    expect(totals).toMatchObject({ received: 6, accepted: 1, invalid: 4, late: 1 })
  })

  test('puts a fact that comes late into its place: what was one session are two', async () => {
    await facts(fact('message', 0), fact('message', 20 * 60 * MINUTE), fact('message', 30 * 60 * MINUTE))
    expect(await channel('whatsapp')).toMatchObject({ sessions: 1 })
    await facts(fact('interrupted', 10 * 60 * MINUTE))
    expect(await channel('whatsapp')).toMatchObject({ sessions: 2, ended: { interrupted: 1 } })
  })

  test('counts two channels of one visitor at once, each by its own rule', async () => {
    const elsewhere = { channel: 'web', conversation: 'chat-1' }
    await facts(fact('message', 0), fact('message', 0, elsewhere), fact('message', 6 * MINUTE, elsewhere))
    await facts(fact('message', 6 * MINUTE))
    expect(await channel('whatsapp')).toMatchObject({ sessions: 1 })
    expect(await channel('web')).toMatchObject({ sessions: 2, ended: { idle: 2, open: 0 } })
    const [visitors] = await store.query('select count(distinct c.visitor_id) as n from conversation_sessions c')
    expect(visitors).toEqual({ n: 1 })
  })

  test.each([
    ['exactly five minutes keep a session on web', 5 * MINUTE, 1],
    ['a millisecond more ends it', 5 * MINUTE + 1, 2],
  ])('%s', async (_, afterMs, sessions) => {
    const web = { channel: 'web', conversation: 'chat-1' }
    await facts(fact('message', 0, web), fact('message', afterMs, web))
    expect(await channel('web')).toMatchObject({ sessions })
  })

  test('keeps a test, and does not count it', async () => {
    await tell({ test: true, facts: [fact('message', 0)] })
    expect((await report()).totals).toEqual({ sessions: 0, help: 0, conversations: 0 })
    const { totals } = (await collector.get('reports/ledger?from=2026-03-10&to=2026-03-13')).body
    expect(totals).toMatchObject({ received: 1, test: 1 })
  })

  test('keeps no number of anybody', async () => {
    await facts(fact('message', 0), fact('message', 0, { by: PHONE }))
    const rows = await store.query(
      'select e::varchar as row from events e union all select l::varchar from ledger_events l',
    )
    expect(JSON.stringify(rows)).not.toContain(PHONE)
  })

  test.each([
    ['no key', null],
    ['another key', 'guess'],
  ])('is refused with %s', async (_, key) => {
    const { status, body } = await tell({ facts: [fact('message', 0)] }, key)
    expect({ status, error: body.error }).toEqual({ status: 401, error: expect.stringMatching(/with a server key/) })
  })

  test('is closed without a server key, whatever opens the reports', async () => {
    const closed = await collect({ store, site: SITE, token: 'a-token' })
    const { status, body } = await closed.send('POST', 'conversations', {
      body: JSON.stringify({ facts: [fact('message', 0)] }),
      headers: { 'content-type': 'application/json', authorization: 'Bearer a-token' },
    })
    expect({ status, error: body.error }).toEqual({
      status: 401,
      error: expect.stringMatching(/give .* a `serverKey`/),
    })
  })

  test('takes the old key beside the new one, and the secret keeps visitors the same', async () => {
    const pseudonymSecret = 'a-secret'
    for (const serverKey of ['old', ['new', 'old']]) {
      const changed = await collect({ store, site: SITE, serverKey, pseudonymSecret, now: () => NOON + 2 * DAY })
      const { status } = await changed.send('POST', 'conversations', {
        body: JSON.stringify({ facts: [fact('message', 0)] }),
        headers: { 'content-type': 'application/json', authorization: 'Bearer old' },
      })
      expect(status).toBe(202)
    }
    expect(await channel('whatsapp')).toMatchObject({ sessions: 1, interactions: 2 })
  })

  test.each([
    ['{', 400],
    ['{"facts":[]}', 400],
    [JSON.stringify({ facts: [], pad: 'x'.repeat(1_048_576) }), 413],
  ])('does not understand a body that is none', async (body, status) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` }
    expect((await collector.send('POST', 'conversations', { body, headers })).status).toBe(status)
  })

  test('needs a site', async () => {
    collector = await collect({ store, serverKey: KEY })
    expect(await facts(fact('message', 0))).toMatchObject({ status: 400, body: { error: /^site: expected/ } })
  })
})

describe('the report of channels', () => {
  test('has help and conversations side by side, by day', async () => {
    await collector.post({ sentAt: NOON + 2 * DAY, events: [opening({ ts: NOON })] })
    await facts(fact('message', 0), fact('message', 26 * 60 * MINUTE, { conversation: 'another' }))
    const { rows, intervals, totals, definition } = await report()
    expect(definition).toMatchObject({ id: 'channels', version: 1 })
    expect(totals).toEqual({ sessions: 3, help: 1, conversations: 2 })
    expect(rows[0]).toMatchObject({ channel: 'help', sessions: 1, interactions: null, ended: { idle: 1 } })
    expect(rows).toHaveLength(9)
    expect(intervals).toEqual([
      { start: '2026-03-10T00:00:00.000Z', sessions: { help: 1, whatsapp: 1 } },
      { start: '2026-03-11T00:00:00.000Z', sessions: { whatsapp: 1 } },
      { start: '2026-03-12T00:00:00.000Z', sessions: {} },
    ])
  })

  test('leaves the other reports to the help center', async () => {
    await facts(fact('message', 0))
    const { totals } = (await collector.get('reports/sessions?from=2026-03-10&to=2026-03-13')).body
    expect(totals).toMatchObject({ sessions: 0 })
  })

  test('says which sessions go on', async () => {
    collector = await collect({ store, site: SITE, serverKey: KEY, now: () => NOON + MINUTE })
    await facts(fact('message', 0))
    expect(await channel('whatsapp')).toMatchObject({ ended: { open: 1, idle: 0 } })
  })
})

describe('what is kept of a conversation', () => {
  test('goes with its visitor', async () => {
    await facts(fact('message', 0), fact('message', 0, { conversation: 'another', visitor: 'somebody' }))
    const [row] = await store.query<{ id: string }>(
      'select c.visitor_id::varchar as id from conversation_sessions c order by c.conversation_id limit 1',
    )
    expect(await store.eraseVisitor(row!.id)).toBe(1)
    expect(await channel('whatsapp')).toMatchObject({ sessions: 1 })
  })

  test.each([
    ['+34 600 123-456', '34600123456'],
    ['+34600123456', '+34600123456'],
    [' +34600123456 ', 'whatsapp:+34600123456'],
    ['34600123456', '34600123456'],
    ['ig-17841400', 'ig-17841400'],
  ])('goes with its visitor, told as %s, whom the platform calls %s', async (told, visitor) => {
    await facts(fact('message', 0, { visitor }), fact('message', 0, { conversation: 'another', visitor: 'somebody' }))
    expect(await erase({ visitor: told })).toMatchObject({ status: 200, body: { erased: 1 } })
    expect(await channel('whatsapp')).toMatchObject({ sessions: 1 })
    await facts(fact('message', MINUTE, { visitor }))
    expect(await channel('whatsapp')).toMatchObject({ sessions: 1 })
  })

  test('stays when somebody else is erased, whose id is no telephone number', async () => {
    await facts(fact('message', 0, { visitor: '+34600123456' }))
    expect(await erase({ visitor: '34600123456' })).toMatchObject({ status: 200, body: { erased: 0 } })
    expect(await channel('whatsapp')).toMatchObject({ sessions: 1 })
  })

  test.each([[{}], [{ visitor: ' ' }], [{ visitor: 34_600 }], [{ visitor: 'x'.repeat(201) }], ['me'], [null]])(
    'is erased of a visitor only: %j',
    async (body) => {
      expect(await erase(body)).toMatchObject({ status: 400, body: { error: expect.stringContaining('{ visitor }') } })
    },
  )

  test('is erased by admins, and where there is a secret', async () => {
    const visitor = { visitor: PHONE }
    expect((await erase(visitor, await collect({ store, site: SITE, serverKey: KEY, token: 't' }))).status).toBe(401)
    const editor = await collect({ store, site: SITE, serverKey: KEY, authorize: () => 'editor' })
    expect((await erase(visitor, editor)).status).toBe(403)
    const open = await collect({ store, site: SITE })
    expect(await erase(visitor, open)).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('pseudonymSecret') },
    })
  })

  test('goes with time, a session as a whole', async () => {
    await facts(
      fact('message', 0),
      fact('message', 30 * 60 * MINUTE, { conversation: 'long' }),
      fact('message', 40 * 60 * MINUTE, { conversation: 'long' }),
    )
    expect(await store.forgetBefore(NOON + 35 * 60 * MINUTE)).toEqual({ sessions: 1, events: 1 })
    expect(await channel('whatsapp')).toMatchObject({ sessions: 1, interactions: 2 })
  })
})

describe('a session of a conversation is explained', () => {
  const idOf = async () => {
    const [row] = await store.query<{ id: string }>(
      'select c.id::varchar as id from conversation_sessions c order by c.started_at limit 1',
    )
    return row!.id
  }

  test('by what each fact did to it, and why it ended', async () => {
    const web = { channel: 'web', conversation: 'chat-1' }
    await facts(
      fact('message', 0, web),
      fact('message', MINUTE, { ...web, by: 'bot' }),
      fact('message', 4 * MINUTE, web),
      fact('survey_sent', 5 * MINUTE, web),
      fact('survey_answered', 8 * MINUTE, { ...web, score: 4 }),
    )
    const { body } = await collector.get(`sessions/${await idOf()}`)
    expect(body).toMatchObject({
      ruleVersion: 2,
      rule: { channel: 'web', idleMs: 300_000, idleEnds: 'exceeded', idleFrom: 'user_message' },
      previousId: null,
      start: { at: NOON, by: 'user' },
      interactions: 3,
      userTurns: 2,
      end: { at: NOON + 8 * MINUTE, reason: 'survey_answered' },
    })
    expect(body.steps.map(({ did, gapMs }: { did: string; gapMs: number }) => [did, gapMs / MINUTE])).toEqual([
      ['started', 0],
      ['noted', 1],
      ['kept', 4],
      ['noted', 1],
      ['ended', 4],
    ])
  })

  test('in words, in both languages', async () => {
    await facts(
      fact('message', 0),
      fact('message', MINUTE, { by: 'bot' }),
      fact('transfer', 2 * MINUTE, { cause: 'asked' }),
    )
    const words = async (lang: string) => {
      const path = ['sessions', await idOf()]
      const url = `http://localhost/api/help/${path.join('/')}?format=text&lang=${lang}&tz=America/Bogota`
      return (await collector.handle(new Request(url), path)).text()
    }
    const said = await words('en')
    expect(said).toMatch(/^Counted for docs, channel whatsapp, by the rulebook, version 2\.$/m)
    expect(said).toContain('2026-03-10 07:00:00.000  The first message, of the user.')
    expect(said).toContain(
      '(the session ends when the time since the last message of either side reaches 24:00:00.000)',
    )
    expect(said).toMatch(/message of the bot +kept it after 1:00\.000; moves the end to 2026-03-11 07:01:00\.000/)
    expect(said).toMatch(/goes to an agent \(asked\) +ended it/)
    expect(said).toContain('2 interactions, 1 of them of the user.')
    expect(said).toMatch(/07:02:00\.000 {2}The conversation went to an agent/)
    expect(await words('es')).toContain('La conversación pasó a un agente')
  })

  test('with the session before it and the one after', async () => {
    await facts(
      fact('message', 0),
      fact('interrupted', MINUTE),
      fact('message', 2 * MINUTE),
      fact('message', 27 * HOUR),
    )
    const [first, second, third] = await inOrder()
    expect((await collector.get(`sessions/${first!.id}`)).body).toMatchObject({
      previous: null,
      next: { id: second!.id, startedAt: NOON + 2 * MINUTE, lastAt: NOON + 2 * MINUTE, reason: 'idle' },
    })
    expect((await collector.get(`sessions/${second!.id}`)).body).toMatchObject({
      previousId: first!.id,
      previous: { id: first!.id, lastAt: NOON, endedAt: NOON + MINUTE, reason: 'interrupted' },
      next: { id: third!.id, endedAt: null, reason: null },
    })
    expect((await collector.get(`sessions/${third!.id}`)).body.next).toBeNull()
    const path = ['sessions', second!.id]
    const url = `http://localhost/api/help/${path.join('/')}?format=text`
    expect(await (await collector.handle(new Request(url), path)).text()).toContain(
      `A message at 2026-03-11 15:00:00.000 started the next session of this conversation, ${third!.id}.`,
    )
  })

  test('as open while nothing ended it', async () => {
    collector = await collect({ store, site: SITE, serverKey: KEY, now: () => NOON + MINUTE })
    await facts(fact('message', 0))
    expect((await collector.get(`sessions/${await idOf()}`)).body).toMatchObject({ end: null })
  })
})

const HOUR = 60 * MINUTE

const inOrder = () =>
  store.query<{ id: string }>('select c.id::varchar as id from conversation_sessions c order by c.started_at')

describe('the sessions behind a number of a channel', () => {
  test.each([
    ['rows', [2, 1, 0]],
    ['idle', [1]],
    ['interrupted', [0]],
    ['open', [2]],
    ['close', []],
  ])('%s are named, the latest first, and are as many as it counts', async (measure, expected) => {
    await facts(
      fact('message', 0),
      fact('interrupted', MINUTE),
      fact('message', 2 * MINUTE),
      fact('message', 27 * HOUR),
    )
    const whatsapp = (await inOrder()).map(({ id }) => id)
    await facts(fact('message', 0, { channel: 'sms' }))
    const { rows } = await report(`from=2026-03-10&to=2026-03-13&explain=${measure}`)
    const row = rows.find((one: { channel: string }) => one.channel === 'whatsapp')
    expect(row.sessions_behind).toHaveLength(measure === 'rows' ? row.sessions : row.ended[measure])
    expect(row.sessions_behind).toEqual(expected.map((n) => whatsapp[n]))
  })

  test('are not named unless they are asked for', async () => {
    await facts(fact('message', 0))
    expect(await channel('whatsapp')).not.toHaveProperty('sessions_behind')
    expect((await collector.get('reports/channels?explain=interactions')).status).toBe(400)
  })

  test('are rows that say the same as their explanation', async () => {
    await facts(fact('message', 0), fact('message', SECOND, { by: 'bot' }), fact('transfer', MINUTE))
    await facts(fact('message', 0, { channel: 'web' }), fact('message', 47 * HOUR + 59 * MINUTE, { channel: 'sms' }))
    const ids = (await inOrder()).map(({ id }) => id)
    const now = NOON + 2 * DAY
    const rows = await conversationsById(store, { site: SITE, ids }, now)
    expect(rows).toHaveLength(3)
    for (const row of rows) {
      const said = (await explainConversationSession(store, row.id, now))!
      const { start, lastAt, end, interactions, userTurns, rule } = said
      expect(row).toEqual({
        id: row.id,
        channel: rule.channel,
        started_at: new Date(start.at).toISOString(),
        last_at: new Date(lastAt).toISOString(),
        ended_at: end && new Date(end.at).toISOString(),
        end_reason: end?.reason ?? null,
        duration_ms: lastAt - start.at,
        interactions,
        user_turns: userTurns,
      })
    }
    expect(await conversationsById(store, { site: 'other', ids }, now)).toEqual([])
  })
})

test('meanwhile are the sessions of the same visitor in other conversations that overlap in time', async () => {
  const talk = (conversation: string, from: number, until: number, more = {}) => [
    fact('message', from * MINUTE, { conversation, ...more }),
    fact('message', until * MINUTE, { conversation, ...more }),
    fact('interrupted', until * MINUTE + 1, { conversation, ...more }),
  ]
  await facts(...talk('own', 0, 10), ...talk('own', 30, 40))
  await facts(...talk('before', -9, -1), ...talk('touching', -5, 0), ...talk('after', 11, 12))
  await facts(...talk('own', 2, 4, { channel: 'sms' }), ...talk('stranger', 2, 4, { visitor: 'somebody' }))
  const [own] = (await inOrder()).filter((_, n) => n === 2)
  const found = await conversationsMeanwhile(store, own!.id, NOON + 2 * DAY)
  expect(found.map(({ channel: of, started_at }) => [of, (Date.parse(started_at) - NOON) / MINUTE])).toEqual([
    ['whatsapp', -5],
    ['sms', 2],
  ])
  expect(await conversationsMeanwhile(store, 'seven', NOON)).toEqual([])
})
