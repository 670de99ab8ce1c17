import { describe, expect, test } from '@jest/globals'
import { instagram } from '../src/adapters/instagram.js'
import { messenger } from '../src/adapters/messenger.js'
import {
  AT,
  echo,
  factsOf,
  META,
  ofPage,
  PAGE,
  PSID,
  pageEvent,
  readWebhook,
  reasonsOf,
  signedByMeta,
  webhook,
} from './helpers/webhooks.js'

// The shapes are those of Meta's reference of the webhooks of the Messenger Platform, and of Instagram's examples.

const adapter = messenger(META)
const INBOX = '263902037430900'
const BOT = 1517776481860111

const fact = {
  channel: 'facebook',
  conversation: `${PAGE}:${PSID}`,
  visitor: PSID,
  at: AT,
  type: 'message',
  by: 'user',
}

describe('Messenger', () => {
  test.each([
    ['a text', { message: { mid: 'm_1', text: 'hello, world!' } }],
    ['a picture', { message: { mid: 'm_1', attachments: [{ type: 'image', payload: { url: 'https://a.example' } }] } }],
    ['a quick reply', { message: { mid: 'm_1', text: 'Red', quick_reply: { payload: 'RED' } } }],
    ['a reply to a message', { message: { mid: 'm_1', text: 'This', reply_to: { mid: 'm_0' } } }],
    ['a pressed button', { postback: { mid: 'm_1', title: 'Get started', payload: 'START' } }],
  ])('%s is a message of the user', (_, change) => {
    expect(factsOf(adapter, ofPage([pageEvent(change)]))).toEqual([{ ...fact, id: 'm_1' }])
  })

  test('a pressed button without an id has one of its own, the same whenever it comes', () => {
    const press = (timestamp: number) => pageEvent({ timestamp, postback: { title: 'Yes', payload: 'YES' } })
    const ids = factsOf(adapter, ofPage([press(AT), press(AT), press(AT + 1)])).map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
  })

  test.each([
    ['a reaction', { reaction: { reaction: 'smile', emoji: '🙂', action: 'react', mid: 'm_0' } }],
    ['an edit', { message_edit: { mid: 'm_0', text: 'new', num_edit: 1 } }],
    ['a reading', { read: { watermark: AT } }],
    ['a delivery', { delivery: { mids: ['m_0'], watermark: AT } }],
    ['a referral', { referral: { source: 'SHORTLINK', type: 'OPEN_THREAD', ref: 'x' } }],
    ['an opt-in', { optin: { type: 'notification_messages' } }],
    ['a deletion', { message: { mid: 'm_0', is_deleted: true } }],
    ['a request for the thread', { request_thread_control: { requested_owner_app_id: '1' } }],
  ])('%s is none', (_, change) => {
    expect(reasonsOf(adapter, ofPage([pageEvent(change)]))).toHaveLength(1)
  })

  test.each([
    ['an app', BOT, undefined, 'bot'],
    ['the inbox of the page', INBOX, undefined, 'agent'],
    ['no app', undefined, undefined, 'agent'],
    ['the app of the bot', BOT, [String(BOT)], 'bot'],
    ['another app than the bot’s', '777', [String(BOT)], 'agent'],
  ])('an echo of what %s sent (%s) is a message', (_, app_id, botApps, by) => {
    const facts = factsOf(messenger({ ...META, botApps }), ofPage([echo({ app_id })]))
    expect(facts).toEqual([{ ...fact, id: 'm_echo', by }])
  })

  test('what an app hears on standby is the same message', () => {
    const event = pageEvent({ message: { mid: 'm_1', text: 'hello' } })
    expect(factsOf(adapter, ofPage([event], 'page', 'standby'))).toEqual(factsOf(adapter, ofPage([event])))
  })

  test.each([
    [
      'passed to an app',
      'pass_thread_control',
      { new_owner_app_id: '123456789', previous_owner_app_id: '1' },
      undefined,
    ],
    ['taken by an inbox', 'take_thread_control', { previous_owner_app_id: '1', new_owner_app_id: INBOX }, undefined],
    ['taken by nobody named', 'take_thread_control', { previous_owner_app_id: '123456789' }, undefined],
    ['passed to a desk', 'pass_thread_control', { new_owner_app_id: '9', previous_owner_app_id: BOT }, [String(BOT)]],
  ])('a thread %s is a transfer', (_, cause, handover, botApps) => {
    const facts = factsOf(messenger({ ...META, botApps }), ofPage([pageEvent({ [cause]: handover })]))
    expect(facts).toEqual([{ ...fact, by: undefined, id: expect.any(String), type: 'transfer', cause }])
  })

  test.each([
    ['out of the inbox', { previous_owner_app_id: INBOX, new_owner_app_id: '1' }, undefined],
    ['to the bot', { previous_owner_app_id: '9', new_owner_app_id: BOT }, [String(BOT)]],
  ])('a thread passed back %s is none', (_, pass_thread_control, botApps) => {
    const body = ofPage([pageEvent({ pass_thread_control })])
    expect(reasonsOf(messenger({ ...META, botApps }), body)).toEqual(['given back to a bot: no transfer'])
  })

  test('two pages are two conversations, and one bad event costs no other', () => {
    const message = { mid: 'm_1', text: 'hello' }
    const events = [
      pageEvent({ message }),
      null,
      pageEvent({ message, sender: 'me' }),
      pageEvent({ message, timestamp: 'now' }),
      pageEvent({ message: { text: 'no id' } }),
      pageEvent({ message, recipient: { id: '2' } }),
    ]
    const { facts, skipped } = readWebhook(adapter, ofPage(events as object[]))
    expect(facts.map(({ conversation }) => conversation)).toEqual([`${PAGE}:${PSID}`, `2:${PSID}`])
    expect(skipped).toHaveLength(4)
  })

  test('posts of the page are no conversation', () => {
    expect(reasonsOf(adapter, ofPage([{ field: 'feed', value: {} }], 'page', 'changes'))).toHaveLength(1)
    expect(reasonsOf(adapter, ofPage([pageEvent({ message: { mid: 'm' } })], 'instagram'))).toHaveLength(1)
  })

  test('is believed by the signature of its app alone', () => {
    const body = JSON.stringify(ofPage([pageEvent({ message: { mid: 'm_1', text: 'ñ' } })]))
    expect(adapter.isGenuine(webhook(body, signedByMeta(body)))).toBe(true)
    expect(adapter.isGenuine(webhook(body, signedByMeta(body, 'other')))).toBe(false)
    expect(messenger({ ...META, appSecret: '' }).isGenuine(webhook(body, signedByMeta(body, '')))).toBe(false)
    expect(adapter.challenge!('https://a.example/?hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=7')).toBe(
      '7',
    )
  })
})

describe('Instagram', () => {
  const direct = instagram(META)
  const ofInstagram = (...events: object[]) => ofPage(events, 'instagram')

  test.each([
    ['a text', { mid: 'aWd_1', text: 'hi' }],
    ['a reply to a story', { mid: 'aWd_1', text: 'hi', reply_to: { story: { id: '1', url: 'https://a.example' } } }],
    ['a shared post', { mid: 'aWd_1', attachments: [{ type: 'share', payload: { url: 'https://a.example' } }] }],
    ['what the API cannot show', { mid: 'aWd_1', is_unsupported: true }],
  ])('%s is a message of the user', (_, message) => {
    expect(factsOf(direct, ofInstagram(pageEvent({ message })))).toEqual([
      { ...fact, channel: 'instagram', id: 'aWd_1' },
    ])
  })

  test('an echo is the answer, as in Messenger; time may come in seconds, too', () => {
    const inSeconds = { ...echo({ app_id: '1217981644879628' }), timestamp: 1569262486 }
    const facts = factsOf(direct, ofInstagram(inSeconds, echo({ app_id: BOT })))
    expect(facts.map(({ at, ...one }) => ['by' in one && one.by, at])).toEqual([
      ['agent', 1569262486_000],
      ['bot', AT],
    ])
  })

  test.each([
    ['an unsent message', { message: { mid: 'aWd_1', is_deleted: true } }],
    ['a reaction', { reaction: { mid: 'aWd_0', action: 'react', reaction: 'love', emoji: '❤️' } }],
    ['a reading', { read: { mid: 'aWd_0' } }],
    ['a note to oneself', { message: { mid: 'aWd_1', text: 'note', is_self: true, is_echo: true } }],
  ])('%s is none', (_, change) => {
    expect(reasonsOf(direct, ofInstagram(pageEvent(change)))).toHaveLength(1)
  })

  test('comments are no conversation', () => {
    expect(reasonsOf(direct, ofPage([{ field: 'comments', value: { id: '1' } }], 'instagram', 'changes'))).toHaveLength(
      1,
    )
  })

  test('an id longer than a fact may have is told by its digest', () => {
    const [one, same, other] = ['x', 'x', 'y'].map(
      (end) => factsOf(direct, ofInstagram(pageEvent({ message: { mid: `${'m'.repeat(200)}${end}` } })))[0]!.id,
    )
    expect(one).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect([same, other === one]).toEqual([one, false])
  })
})
