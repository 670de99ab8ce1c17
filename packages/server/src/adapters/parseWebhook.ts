import type { WebhookRead } from './conversationAdapter.js'
import { sortTold, type Told } from './tell.js'

/** Reads a webhook that is JSON. */
export function parseWebhook(body: string, read: (json: unknown) => readonly Told[]): WebhookRead {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return sortTold(['expected JSON, got text that is none'])
  }
  const told = read(json)
  return sortTold(told.length > 0 ? told : ['expected a webhook of this platform, got something else'])
}
