import { createHmac } from 'node:crypto'
import type { ConversationChannel } from '@helptally/core'
import { sameSecret } from '../sameSecret.js'
import type { ConversationAdapter, Webhook } from './conversationAdapter.js'
import { sortTold, type Told, tellUndated } from './tell.js'

export interface TwilioSmsOptions {
  /** The auth token of the account. Without it nothing is believed. */
  readonly authToken: string | undefined
  /**
   * The address as Twilio calls it, with its query, because Twilio signs it: where a proxy or your bot stands between,
   * this server sees another. Default: the address that this server sees.
   */
  readonly url?: string | undefined
}

/** Twilio Programmable Messaging. https://www.twilio.com/docs/messaging/guides/webhook-request */
export function twilioSms({ authToken, url }: TwilioSmsOptions): ConversationAdapter {
  return {
    platform: 'twilio',
    type: 'application/x-www-form-urlencoded',
    isGenuine: (webhook) => isSignedByTwilio({ ...webhook, url: url || webhook.url }, authToken),
    read: (body, receivedAt) => sortTold([toldBy(new URLSearchParams(body), receivedAt)]),
    // An answer of another type is an error in Twilio's log; an empty one says that nothing is to be sent.
    thanks: { type: 'text/xml; charset=utf-8', text: '<Response/>' },
  }
}

/** Neither what came in nor what became of it has a time: it is dated when it is told. */
function toldBy(said: URLSearchParams, at: number): Told {
  const [id, from, to] = [read(said, 'MessageSid') || read(said, 'SmsSid'), read(said, 'From'), read(said, 'To')]
  const status = read(said, 'MessageStatus') || read(said, 'SmsStatus')
  if (id === '') return 'MessageSid: expected a message or its status, got neither'
  const channel = CHANNELS.get(prefixOf(from))
  if (!channel) return 'From: expected a telephone number, or one of WhatsApp or Messenger'
  const heard = { channel, id: [id], at }
  if (status === 'received') return tellUndated({ ...heard, business: to, person: from }, 'user')
  // The only word of what goes out. What comes before and after it are receipts.
  if (status === 'sent') return tellUndated({ ...heard, business: from, person: to }, 'bot')
  return 'a receipt: a message is counted when it is received or sent'
}

const read = (said: URLSearchParams, name: string): string => said.get(name)?.toWellFormed().trim() ?? ''

const CHANNELS: ReadonlyMap<string, ConversationChannel> = new Map([
  ['', 'sms'],
  ['whatsapp', 'whatsapp'],
  ['messenger', 'facebook'],
])

const prefixOf = (address: string): string => (address.includes(':') ? address.slice(0, address.indexOf(':')) : '')

/** https://www.twilio.com/docs/usage/webhooks/webhooks-security#validating-signatures-from-twilio */
function isSignedByTwilio({ url, headers, body }: Webhook, authToken: string | undefined): boolean {
  if (!authToken) return false
  const given = headers.get('x-twilio-signature')
  const params = inOrder(new URLSearchParams(body))
  // Twilio signs some addresses with their port and some without: https://github.com/twilio/twilio-python/issues/402
  return addresses(url).some((address) =>
    sameSecret(
      given,
      createHmac('sha1', authToken)
        .update(address + params)
        .digest('base64'),
    ),
  )
}

function inOrder(params: URLSearchParams): string {
  const names = [...new Set(params.keys())].sort()
  return names.flatMap((name) => [...new Set(params.getAll(name))].sort().map((value) => name + value)).join('')
}

function addresses(url: string): string[] {
  const [, scheme, host, port, rest] = /^(https?:\/\/)([^/?#:]+|\[[^\]]*\])(:\d+)?(.*)$/.exec(url) ?? []
  if (!scheme) return [url]
  const usual = scheme === 'https://' ? ':443' : ':80'
  return [url, `${scheme}${host}${port ? '' : usual}${rest}`]
}
