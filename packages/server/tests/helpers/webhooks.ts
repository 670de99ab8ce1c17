import { createHmac } from 'node:crypto'
import type { ConversationFact } from '@helptally/core'
import { parseConversationFact } from '@helptally/core/schema'
import { expect } from '@jest/globals'
import type { ConversationAdapter, WebhookRead } from '../../src/adapters/conversationAdapter.js'
import { NOON } from './events.js'

export const SECRET = 'app-secret'
export const META = { appSecret: SECRET, verifyToken: 'verify-me' }

/** What an adapter makes of a body that came at noon. Each fact has to be one that the collector takes. */
export function readWebhook(adapter: ConversationAdapter, body: unknown): WebhookRead {
  const read = adapter.read(typeof body === 'string' ? body : JSON.stringify(body), NOON)
  for (const fact of [...read.facts, ...read.undated]) expect(parseConversationFact(fact)).toEqual({ ok: true, fact })
  return read
}

export const factsOf = (adapter: ConversationAdapter, body: unknown): readonly ConversationFact[] =>
  readWebhook(adapter, body).facts

/** Those of which the platform does not say when they happened. */
export const undatedOf = (adapter: ConversationAdapter, body: unknown): readonly ConversationFact[] =>
  readWebhook(adapter, body).undated

export const reasonsOf = (adapter: ConversationAdapter, body: unknown): string[] => {
  const { facts, undated, skipped } = readWebhook(adapter, body)
  expect([...facts, ...undated]).toEqual([])
  return skipped.map(({ reason }) => reason)
}

export const webhook = (body: string, headers: Record<string, string>, url = 'https://help.example/w') => ({
  url,
  headers: new Headers(headers),
  body,
})

export const signedByMeta = (body: string, secret = SECRET): Record<string, string> => ({
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
})

export const PHONE = '106540352242922'
export const PERSON = '16505551234'

/** The envelope of WhatsApp's webhooks, with the values of one account's changes. */
export const ofWhatsApp = (...values: readonly object[]) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '102290129340398', changes: values.map((value) => whatsAppChange(value)) }],
})

export const whatsAppChange = (value: object, field = 'messages') => ({
  field,
  value: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: PHONE },
    ...value,
  },
})

export const whatsAppMessage = (change: object = {}) => ({
  from: PERSON,
  id: 'wamid.HBgLMTY1MDU1NTEyMzQ=',
  timestamp: '1749416383',
  type: 'text',
  text: { body: 'Does it come in another colour?' },
  ...change,
})

export const whatsAppStatus = (change: object = {}) => ({
  id: 'wamid.OUT=',
  status: 'sent',
  timestamp: '1750030073',
  recipient_id: PERSON,
  pricing: { billable: true, pricing_model: 'PMP', category: 'service' },
  ...change,
})

export const PAGE = '682498302938465'
export const PSID = '594810482901234'
export const AT = 1458692752478

/** The envelope of a page, or of an Instagram account. */
export const ofPage = (events: readonly object[], object = 'page', list = 'messaging') => ({
  object,
  entry: [{ id: PAGE, time: AT, [list]: events }],
})

export const pageEvent = (change: object) => ({
  sender: { id: PSID },
  recipient: { id: PAGE },
  timestamp: AT,
  ...change,
})

export const echo = (message: object) =>
  pageEvent({
    sender: { id: PAGE },
    recipient: { id: PSID },
    message: { is_echo: true, mid: 'm_echo', text: 'Hello', ...message },
  })

const ANNE = { id: 1111111, is_bot: false, first_name: 'Anne' }

export const telegramMessage = (change: object = {}) => ({
  message_id: 1365,
  from: ANNE,
  chat: { id: 1111111, type: 'private', first_name: 'Anne' },
  date: 1441645532,
  text: '/start',
  ...change,
})

export const ofTelegram = (kind: string, value: unknown) => ({ update_id: 10000, [kind]: value })

export const TWILIO_TOKEN = '12345'

export const ofTwilio = (change: Record<string, string> = {}): string =>
  new URLSearchParams({
    ToCountry: 'US',
    SmsMessageSid: 'SM0000000000000000000000000000001',
    NumMedia: '0',
    SmsSid: 'SM0000000000000000000000000000001',
    SmsStatus: 'received',
    Body: 'Ahoy!',
    To: '+15017122661',
    MessageSid: 'SM0000000000000000000000000000001',
    AccountSid: 'AC0000000000000000000000000000001',
    From: '+15558675310',
    ApiVersion: '2010-04-01',
    ...change,
  }).toString()

export function signedByTwilio(url: string, body: string, token = TWILIO_TOKEN): Record<string, string> {
  const params = [...new URLSearchParams(body)].sort(([a], [b]) => (a < b ? -1 : 1)).flat()
  return {
    'x-twilio-signature': createHmac('sha1', token)
      .update([url, ...params].join(''))
      .digest('base64'),
  }
}
