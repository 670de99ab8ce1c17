import { createHmac } from 'node:crypto'
import { sameSecret } from '../sameSecret.js'
import type { Webhook } from './conversationAdapter.js'
import { listAt, readAt } from './readAt.js'
import type { Told } from './tell.js'

/** What WhatsApp, Messenger and Instagram have in common, as apps of Meta. */
export interface MetaOptions {
  /** The app secret, of the app's basic settings. Without it nothing is believed. */
  readonly appSecret: string | undefined
  /** The text that you chose as verify token when you set the webhook. Without it Meta cannot set it. */
  readonly verifyToken: string | undefined
}

/** https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads */
export function isSignedByMeta({ headers, body }: Webhook, appSecret: string | undefined): boolean {
  if (!appSecret) return false
  const expected = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`
  return sameSecret(headers.get('x-hub-signature-256'), expected)
}

const MAX_CHALLENGE = 200

/** https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests */
export function challengeOfMeta(url: string, verifyToken: string | undefined): string | null {
  const { searchParams } = new URL(url)
  if (searchParams.get('hub.mode') !== 'subscribe') return null
  if (!sameSecret(searchParams.get('hub.verify_token'), verifyToken)) return null
  return searchParams.get('hub.challenge')?.slice(0, MAX_CHALLENGE) || null
}

/** Each entry of a webhook about such an object. */
export function toldByEntries(json: unknown, object: string, read: (entry: unknown) => readonly Told[]): Told[] {
  const found = readAt(json, 'object')
  if (found !== object) return [`object: expected ${object}, got something else`]
  return listAt(json, 'entry').flatMap(read)
}
