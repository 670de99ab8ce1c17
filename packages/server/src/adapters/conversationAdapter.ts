import type { ConversationFact } from '@helptally/core'

/** What a chat platform posted to its webhook. */
export interface Webhook {
  /** The address that was called, with its query. */
  readonly url: string
  readonly headers: Headers
  /** As it came: signatures are made over it. */
  readonly body: string
}

/** What a webhook tells, in the generic shape. */
export interface WebhookRead {
  readonly facts: readonly ConversationFact[]
  /** Those of which the platform does not say when they happened, dated when they are told: whenever that is again, they are the same. */
  readonly undated: readonly ConversationFact[]
  /** What it holds beside that, one reason each: receipts, reactions, edits, and what nobody here knows. */
  readonly skipped: readonly Skipped[]
}

/** A part of a webhook that tells of no conversation, and why. */
export interface Skipped {
  readonly reason: string
}

/** Maps the webhooks of one chat platform onto `ConversationFact`. Pure: no clock, no network, nothing kept. */
export interface ConversationAdapter {
  /** The last part of its address, `{base}/conversations/{platform}`. */
  readonly platform: string
  /** The media type of what it posts. */
  readonly type: string
  /** What to answer to a GET by which the platform asks whether this address is ours; null when it does not know our token. */
  challenge?(url: string): string | null
  /** Whether the platform sent this, and nobody else. False, too, as long as the secret is not given. */
  isGenuine(webhook: Webhook): boolean | Promise<boolean>
  /** Never throws, whatever the body is. `receivedAt`, epoch ms, dates what the platform does not date itself. */
  read(body: string, receivedAt: number): WebhookRead
  /** The body to answer with, where the platform reads it. */
  readonly thanks?: { readonly type: string; readonly text: string }
}
