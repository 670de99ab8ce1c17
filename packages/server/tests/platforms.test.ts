import { describe, expect, test } from '@jest/globals'
import { messenger } from '../src/adapters/messenger.js'
import { telegram } from '../src/adapters/telegram.js'
import { twilioSms } from '../src/adapters/twilioSms.js'
import { whatsapp } from '../src/adapters/whatsapp.js'
import { MAX_WEBHOOK_BYTES } from '../src/collector/receiveWebhook.js'
import { collect } from './helpers/collect.js'
import { MINUTE, NOON, SITE } from './helpers/events.js'
import { tempStore } from './helpers/temp.js'
import {
  echo,
  META,
  ofPage,
  ofTelegram,
  ofTwilio,
  ofWhatsApp,
  PERSON,
  PHONE,
  pageEvent,
  signedByMeta,
  signedByTwilio,
  TWILIO_TOKEN,
  telegramMessage,
  whatsAppMessage,
  whatsAppStatus,
} from './helpers/webhooks.js'

const BOT = 'telegram-secret'
const BOT_HEADERS = { 'x-telegram-bot-api-secret-token': BOT }
const PUBLIC = 'https://help.example/api/help/conversations/twilio'

async function platforms(options: object = {}) {
  let now = NOON
  const collector = await collect({
    site: SITE,
    pseudonymSecret: 'pseudonyms',
    platforms: [
      whatsapp(META),
      messenger(META),
      telegram({ secretToken: BOT }),
      telegram({ secretToken: 'other', bot: 'other' }),
      twilioSms({ authToken: TWILIO_TOKEN, url: PUBLIC }),
    ],
    now: () => now,
    ...options,
  })
  const post = (platform: string, body: string, headers: Record<string, string>) =>
    collector.send('POST', `conversations/${platform}`, {
      body,
      headers: { 'content-type': 'application/json', ...headers },
    })
  const rows = async () => {
    const { body } = await collector.get('reports/channels?from=2026-03-09&to=2026-03-12')
    return Object.fromEntries(
      body.rows
        .filter((row: { sessions: number }) => row.sessions > 0)
        .map((row: Record<string, number>) => [row.channel, [row.sessions, row.interactions, row.user_turns]]),
    )
  }
  return {
    ...collector,
    pass: (ms: number) => {
      now += ms
    },
    meta: (platform: string, body: unknown, headers?: Record<string, string>) => {
      const text = JSON.stringify(body)
      return post(platform, text, headers ?? signedByMeta(text))
    },
    bot: (update: unknown, headers: Record<string, string> = BOT_HEADERS) =>
      post('telegram', JSON.stringify(update), headers),
    twilio: async (body: string) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', ...signedByTwilio(PUBLIC, body) }
      const request = new Request('http://localhost:3000/api/help/conversations/twilio', {
        method: 'POST',
        body,
        headers,
      })
      return collector.handle(request, ['conversations', 'twilio'])
    },
    rows,
  }
}

const seconds = (ms: number): string => String(ms / 1_000)

describe('POST conversations/{platform}', () => {
  test('counts a question of WhatsApp and its answer as one session, once, however often they are told', async () => {
    const { meta, rows } = await platforms()
    const body = ofWhatsApp({
      messages: [
        whatsAppMessage({ timestamp: seconds(NOON - 2 * MINUTE) }),
        whatsAppMessage({ type: 'reaction', reaction: {} }),
      ],
      statuses: [whatsAppStatus({ timestamp: seconds(NOON - MINUTE) })],
    })
    const first = await meta('whatsapp', body)
    expect([first.status, first.body]).toEqual([
      200,
      { received: 2, rejected: [], skipped: [{ reason: 'a reaction: neither a question nor an answer' }] },
    ])
    expect((await meta('whatsapp', body)).status).toBe(200)
    expect(await rows()).toEqual({ whatsapp: [1, 2, 1] })
  })

  test('joins what a webhook tells and what the generic address tells of the same conversation', async () => {
    const { bot, rows, send } = await platforms({ serverKey: 'key' })
    await bot(ofTelegram('message', telegramMessage({ date: (NOON - MINUTE) / 1_000 })))
    const answer = {
      id: 'bot:1111111:1366',
      channel: 'telegram',
      conversation: 'bot:1111111',
      visitor: '1111111',
      at: NOON,
      type: 'message',
      by: 'bot',
    }
    const headers = { 'content-type': 'application/json', authorization: 'Bearer key' }
    const { status } = await send('POST', 'conversations', { body: JSON.stringify({ facts: [answer] }), headers })
    expect(status).toBe(202)
    expect(await rows()).toEqual({ telegram: [1, 2, 1] })
  })

  test('ends a session of Messenger when an agent takes the thread', async () => {
    const { meta, get, rows } = await platforms()
    const at = NOON - MINUTE
    const events = [
      pageEvent({ timestamp: at, message: { mid: 'm_1', text: 'hi' } }),
      { ...echo({ app_id: 1 }), timestamp: at + 1 },
      pageEvent({ timestamp: at + 2, pass_thread_control: { new_owner_app_id: '263902037430900' } }),
    ]
    await meta('messenger', ofPage(events))
    await meta('messenger', ofPage([{ ...echo({ mid: 'm_2' }), timestamp: at + 3 }]))
    expect(await rows()).toEqual({ facebook: [1, 2, 1] })
    const { body } = await get('reports/channels?from=2026-03-09&to=2026-03-12')
    expect(body.rows.find((row: { channel: string }) => row.channel === 'facebook').ended.transfer).toBe(1)
  })

  test('keeps neither ids, nor numbers, nor words', async () => {
    const store = await tempStore()
    const { meta, rows } = await platforms({ store })
    const message = whatsAppMessage({ timestamp: seconds(NOON), text: { body: 'my secret' } })
    await meta(
      'whatsapp',
      ofWhatsApp({ contacts: [{ wa_id: PERSON, profile: { name: 'Sheena' } }], messages: [message] }),
    )
    expect(await rows()).toEqual({ whatsapp: [1, 1, 1] })
    const kept = JSON.stringify(await store.query('select * exclude (received_at) from events e'))
    expect(kept).toContain('chat.message')
    for (const told of [PERSON, PHONE, message.id, 'Sheena', 'my secret']) expect(kept).not.toContain(told)
  })

  test('counts once what has no time of its own, also when it comes again in another process, a day later', async () => {
    const press = (id: string) =>
      ofTelegram('callback_query', { id, from: { id: 1111111 }, message: telegramMessage() })
    const store = await tempStore()
    const before = await platforms({ store })
    for (const id of ['1', '1', '2']) {
      expect((await before.bot(press(id))).status).toBe(200)
      before.pass(MINUTE)
    }
    await before.twilio(ofTwilio())
    const after = await platforms({ store })
    after.pass(24 * 60 * MINUTE)
    await after.bot(press('1'))
    await after.twilio(ofTwilio())
    expect(await after.rows()).toEqual({ telegram: [1, 2, 2], sms: [1, 1, 1] })
    const [pressed] = await store.query('select min(e."at") as at from events e where e.channel = $channel', {
      channel: 'telegram',
    })
    expect(pressed).toEqual({ at: NOON })
  })

  test('tells two bots apart by their secrets', async () => {
    const { bot, rows } = await platforms()
    const update = ofTelegram('message', telegramMessage({ date: NOON / 1_000 }))
    await bot(update)
    await bot(update, { 'x-telegram-bot-api-secret-token': 'other' })
    expect(await rows()).toEqual({ telegram: [2, 2, 2] })
  })

  test('answers Twilio with TwiML that sends nothing, by the address that Twilio signs', async () => {
    const { twilio, rows, lines } = await platforms()
    const response = await twilio(ofTwilio())
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/xml; charset=utf-8',
      '<Response/>',
    ])
    await twilio(ofTwilio({ MessageSid: 'SM2', MessageStatus: 'sent', From: '+15017122661', To: '+15558675310' }))
    expect(await rows()).toEqual({ sms: [1, 2, 1] })
    expect(lines).toEqual([])
  })

  test('names what is too old or not yet, and keeps the rest', async () => {
    const { meta, rows } = await platforms()
    const at = [NOON - 30 * 24 * 60 * MINUTE, NOON, NOON + 24 * 60 * MINUTE]
    const messages = at.map((one, i) => whatsAppMessage({ id: `w${i}`, timestamp: seconds(one) }))
    const { status, body } = await meta('whatsapp', ofWhatsApp({ messages }))
    expect([status, body.received, body.rejected.map((one: { id: string }) => one.id)]).toEqual([200, 3, ['w0', 'w2']])
    expect(await rows()).toEqual({ whatsapp: [1, 1, 1] })
  })

  test('answers what it cannot read by 200, so that it does not come again', async () => {
    const { meta, rows } = await platforms()
    for (const body of [{}, [], 7, { object: 'page' }, ofWhatsApp()]) {
      const answered = await meta('whatsapp', body)
      expect([answered.status, answered.body.received, answered.body.skipped.length]).toEqual([200, 0, 1])
    }
    expect(await rows()).toEqual({})
  })

  test('believes nobody else', async () => {
    const { meta, bot, rows } = await platforms()
    const body = ofWhatsApp({ messages: [whatsAppMessage({ timestamp: seconds(NOON) })] })
    const wrong = [
      await meta('whatsapp', body, {}),
      await meta('whatsapp', body, signedByMeta(JSON.stringify(body), 'wrong')),
      await meta('whatsapp', { ...body, more: 1 }, signedByMeta(JSON.stringify(body))),
      await bot(ofTelegram('message', telegramMessage()), {}),
    ]
    expect(wrong.map(({ status }) => status)).toEqual([401, 401, 401, 401])
    expect(wrong[0]!.body.error).toMatch(/^Expected a webhook that whatsapp signed with the secret/)
    expect(await rows()).toEqual({})
  })

  test.each([
    [
      'another platform',
      'smoke',
      {},
      '{}',
      404,
      'Expected a platform that is switched on (whatsapp, messenger, telegram, twilio)',
    ],
    [
      'another type',
      'whatsapp',
      { 'content-type': 'text/plain' },
      '{}',
      415,
      'content-type: expected application/json',
    ],
    ['too much', 'whatsapp', {}, 'x'.repeat(MAX_WEBHOOK_BYTES + 1), 413, `expected at most ${MAX_WEBHOOK_BYTES} bytes`],
  ])('%s is refused', async (_, platform, headers, body, status, error) => {
    const { send } = await platforms()
    const answered = await send('POST', `conversations/${platform}`, {
      body,
      headers: { 'content-type': 'application/json', ...headers },
    })
    expect([answered.status, answered.body.error]).toEqual([status, expect.stringContaining(error)])
  })

  test('takes as much as Meta sends at once', async () => {
    const { meta, rows } = await platforms()
    const messages = Array.from({ length: 3_000 }, (_, i) => whatsAppMessage({ id: `w${i}`, timestamp: seconds(NOON) }))
    expect((await meta('whatsapp', ofWhatsApp({ messages }))).body.received).toBe(3_000)
    expect(await rows()).toEqual({ whatsapp: [1, 3_000, 3_000] })
  })

  test('waits for a secret to make pseudonyms with, and says so in the log alone', async () => {
    const { bot, lines } = await platforms({ pseudonymSecret: undefined })
    const { status, body } = await bot(ofTelegram('message', telegramMessage()))
    expect([status, body.error]).toEqual([503, 'This collector is not set up yet: try again later.'])
    expect(lines).toEqual([expect.stringContaining('pseudonymSecret')])
  })

  test('needs a site, of the collector or of the address', async () => {
    const { send } = await platforms({ site: undefined })
    const body = JSON.stringify(ofTelegram('message', telegramMessage({ date: NOON / 1_000 })))
    const init = { body, headers: { 'content-type': 'application/json', ...BOT_HEADERS } }
    expect((await send('POST', 'conversations/telegram', init)).status).toBe(400)
    expect((await send('POST', `conversations/telegram?site=${SITE}`, init)).status).toBe(200)
  })
})

describe('GET conversations/{platform}', () => {
  const asked = async (platform: string, query: string) => {
    const { handle } = await platforms()
    const url = `http://localhost/api/help/conversations/${platform}${query}`
    const response = await handle(new Request(url), ['conversations', platform])
    return [response.status, response.headers.get('content-type')?.split(';')[0], await response.text()]
  }

  test('answers Meta with its challenge', async () => {
    const query = '?hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=1158201444'
    expect(await asked('whatsapp', query)).toEqual([200, 'text/plain', '1158201444'])
  })

  test.each([
    ['whatsapp', '?hub.mode=subscribe&hub.verify_token=guess&hub.challenge=1', 401, 'hub.verify_token'],
    ['whatsapp', '', 401, 'hub.verify_token'],
    ['telegram', '', 405, 'expected POST'],
    ['smoke', '', 404, 'switched on'],
  ])('%s%s is refused', async (platform, query, status, error) => {
    expect(await asked(platform, query)).toEqual([status, 'application/json', expect.stringContaining(error)])
  })
})
