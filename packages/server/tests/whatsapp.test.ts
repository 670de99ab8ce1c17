import { describe, expect, test } from '@jest/globals'
import { whatsapp } from '../src/adapters/whatsapp.js'
import {
  factsOf,
  META,
  ofWhatsApp,
  PERSON,
  PHONE,
  readWebhook,
  reasonsOf,
  signedByMeta,
  webhook,
  whatsAppChange,
  whatsAppMessage,
  whatsAppStatus,
} from './helpers/webhooks.js'

// The shapes are those of Meta's reference of the webhooks messages, statuses and smb_message_echoes.

const adapter = whatsapp(META)
const fact = {
  channel: 'whatsapp',
  id: 'wamid.HBgLMTY1MDU1NTEyMzQ=',
  conversation: `${PHONE}:${PERSON}`,
  visitor: PERSON,
  at: 1749416383_000,
  type: 'message',
  by: 'user',
}

describe('WhatsApp', () => {
  test('a text is a message of the user, its time in milliseconds', () => {
    const contacts = [{ profile: { name: 'Sheena' }, wa_id: PERSON }]
    expect(factsOf(adapter, ofWhatsApp({ contacts, messages: [whatsAppMessage()] }))).toEqual([fact])
  })

  test.each([
    ['an image', { type: 'image', image: { id: '1', mime_type: 'image/jpeg' } }],
    ['a voice message', { type: 'audio', audio: { id: '1', voice: true } }],
    ['a place', { type: 'location', location: { latitude: 37, longitude: -122 } }],
    [
      'a pressed reply button',
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'y' } } },
    ],
    ['a chosen row of a list', { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'y' } } }],
    ['a pressed button of a template', { type: 'button', button: { payload: 'Yes', text: 'Yes' } }],
    ['an order', { type: 'order', order: { catalog_id: '1', product_items: [] } }],
    ['what the API cannot show', { type: 'unsupported', errors: [{ code: 131051 }] }],
  ])('%s is a message', (_, change) => {
    expect(factsOf(adapter, ofWhatsApp({ messages: [whatsAppMessage({ text: undefined, ...change })] }))).toEqual([
      fact,
    ])
  })

  test.each([
    ['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.X', emoji: '👍' } }],
    ['an edit', { type: 'edit', edit: { original_message_id: 'wamid.X', message: { type: 'text' } } }],
    ['a deletion', { type: 'revoke', revoke: { original_message_id: 'wamid.X' } }],
    ['a notice', { type: 'system', system: { type: 'user_changed_number', wa_id: '12195555358' } }],
    ['an opened chat', { type: 'request_welcome' }],
  ])('%s is none', (what, change) => {
    expect(reasonsOf(adapter, ofWhatsApp({ messages: [whatsAppMessage(change)] }))).toEqual([
      expect.stringContaining(what),
    ])
  })

  test('that a message was sent is one of the bot; its receipts are none', () => {
    const statuses = ['sent', 'delivered', 'read', 'failed'].map((status) => whatsAppStatus({ status }))
    const read = readWebhook(adapter, ofWhatsApp({ statuses }))
    expect(read.facts).toEqual([{ ...fact, id: 'wamid.OUT=', at: 1750030073_000, by: 'bot' }])
    expect(read.skipped).toHaveLength(3)
  })

  test('a mailing that nobody asked for can be left out', () => {
    const statuses = ['marketing', 'service'].map((category) => whatsAppStatus({ id: category, pricing: { category } }))
    const ids = (options: object) =>
      factsOf(whatsapp({ ...META, ...options }), ofWhatsApp({ statuses })).map((f) => f.id)
    expect(ids({})).toEqual(['marketing', 'service'])
    expect(ids({ leaveOut: ['marketing'] })).toEqual(['service'])
  })

  test('what is written in the app of the business is the agent’s; edits and deletions there are none', () => {
    const sent = (change: object) => ({ from: '15550783881', to: PERSON, timestamp: '1700255121', id: 'e', ...change })
    const message_echoes = [sent({ type: 'text' }), sent({ type: 'revoke' }), sent({ type: 'edit' })]
    const body = { ...ofWhatsApp(), entry: [{ changes: [whatsAppChange({ message_echoes }, 'smb_message_echoes')] }] }
    const { facts, skipped } = readWebhook(adapter, body)
    expect(facts).toEqual([{ ...fact, id: 'e', at: 1700255121_000, by: 'agent' }])
    expect(skipped).toHaveLength(2)
  })

  test('a person who hides their number is one visitor, whoever writes', () => {
    const user_id = 'US.13491208655302741918'
    const conversations = factsOf(
      adapter,
      ofWhatsApp(
        { messages: [whatsAppMessage({ from: undefined, from_user_id: user_id })] },
        { messages: [whatsAppMessage({ from_user_id: user_id })] },
        { contacts: [{ wa_id: PERSON, user_id }], messages: [whatsAppMessage()] },
        { statuses: [whatsAppStatus({ recipient_user_id: user_id })] },
      ),
    ).map(({ conversation, visitor }) => [conversation, visitor])
    expect(conversations).toEqual(Array(4).fill([`${PHONE}:${user_id}`, user_id]))
  })

  test('two numbers of a business are two conversations', () => {
    const other = { metadata: { phone_number_id: '2' }, messages: [whatsAppMessage()] }
    const facts = factsOf(adapter, ofWhatsApp({ messages: [whatsAppMessage()] }, other))
    expect(facts.map(({ conversation }) => conversation)).toEqual([`${PHONE}:${PERSON}`, `2:${PERSON}`])
  })

  test('groups are counted when asked for, each as one conversation', () => {
    const body = ofWhatsApp({
      messages: [whatsAppMessage({ group_id: 'G1' })],
      statuses: [whatsAppStatus({ recipient_id: 'G1', recipient_type: 'group' })],
    })
    expect(reasonsOf(adapter, body)).toHaveLength(2)
    const facts = factsOf(whatsapp({ ...META, groups: true }), body)
    expect(facts.map(({ conversation, visitor }) => [conversation, visitor])).toEqual([
      [`${PHONE}:G1`, PERSON],
      [`${PHONE}:G1`, 'G1'],
    ])
  })

  test('one bad message costs no other, in whatever entry', () => {
    const good = whatsAppMessage({ id: 'good' })
    const bad = [
      null,
      7,
      {},
      whatsAppMessage({ id: '' }),
      whatsAppMessage({ timestamp: 'now' }),
      whatsAppMessage({ from: {} }),
    ]
    const body = {
      object: 'whatsapp_business_account',
      entry: [
        null,
        { changes: 'no' },
        ...ofWhatsApp({ messages: [...bad, good] }).entry,
        ...ofWhatsApp({ messages: [good] }).entry,
      ],
    }
    const { facts, skipped } = readWebhook(adapter, body)
    expect(facts.map(({ id }) => id)).toEqual(['good', 'good'])
    expect(skipped).toHaveLength(bad.length)
  })

  test.each([
    ['{', 'expected JSON, got text that is none'],
    ['{}', 'object: expected whatsapp_business_account, got something else'],
    [JSON.stringify(ofWhatsApp()), 'expected a webhook of this platform, got something else'],
    [JSON.stringify({ ...ofWhatsApp(), entry: [{ changes: [whatsAppChange({}, 'account_update')] }] }), /^field: only/],
  ])('%s is skipped with the reason', (body, reason) => {
    expect(reasonsOf(adapter, body)).toEqual([expect.stringMatching(reason)])
  })

  test('is believed by the signature of its app alone', () => {
    const body = JSON.stringify(ofWhatsApp({ messages: [whatsAppMessage({ text: { body: 'ñ 🙂' } })] }))
    expect(adapter.isGenuine(webhook(body, signedByMeta(body)))).toBe(true)
    expect(adapter.isGenuine(webhook(body, signedByMeta(body, 'other')))).toBe(false)
    expect(adapter.isGenuine(webhook(`${body} `, signedByMeta(body)))).toBe(false)
    expect(adapter.isGenuine(webhook(body, {}))).toBe(false)
    const secretless = [undefined, ''].map((appSecret) => whatsapp({ ...META, appSecret }))
    for (const one of secretless) expect(one.isGenuine(webhook(body, signedByMeta(body, '')))).toBe(false)
  })

  test('knows its address by the verify token', () => {
    const asked = (token: string, of = adapter, mode = 'subscribe') =>
      of.challenge!(`https://a.example/w?hub.mode=${mode}&hub.verify_token=${token}&hub.challenge=1158201444`)
    expect(asked('verify-me')).toBe('1158201444')
    expect(asked('verify-you')).toBe(null)
    expect(asked('verify-me', adapter, 'other')).toBe(null)
    expect(asked('', whatsapp({ ...META, verifyToken: '' }))).toBe(null)
    expect(adapter.challenge!('https://a.example/w')).toBe(null)
  })
})
