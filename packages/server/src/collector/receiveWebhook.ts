import type { ConversationAdapter, Skipped, Webhook } from '../adapters/conversationAdapter.js'
import type { ConversationReceipt } from '../conversations/linesOfFacts.js'
import type { ReportDefaults } from '../reports/parseReportQuery.js'
import { answer, exactly, refuse } from './answers.js'
import { readText } from './readText.js'
import { keepFacts, type ReceivingConversations } from './receiveConversations.js'
import { EXPECTED_SITE, siteOf } from './siteOf.js'

/** Meta's webhooks hold up to 3 MB, and come again and again when they are refused. */
export const MAX_WEBHOOK_BYTES: number = 3 * 1_048_576

/** What a chat platform gets for a webhook, once it is durable. */
export interface WebhookReceipt extends ConversationReceipt {
  /** What tells nothing that counts, one reason each. */
  readonly skipped: readonly Skipped[]
}

export interface ReceivingWebhooks extends ReceivingConversations {
  readonly defaults: ReportDefaults
  readonly platforms: readonly ConversationAdapter[]
  readonly log: (line: string) => void
}

/** `GET {base}/conversations/{platform}`: answers a platform that asks whether this address is ours. */
export async function answerChallenge(
  { url }: Request,
  { platforms }: ReceivingWebhooks,
  path: readonly string[],
): Promise<Response> {
  const adapters = named(platforms, path[1]!)
  if (adapters.length === 0) return refuse(404, notOn(platforms))
  if (!adapters.some(({ challenge }) => challenge)) return refuse(405, 'expected POST, got GET', { allow: 'POST' })
  for (const adapter of adapters) {
    const challenge = adapter.challenge?.(url)
    if (challenge) return exactly('text/plain; charset=utf-8', challenge)
  }
  return refuse(
    401,
    'hub.verify_token: expected the verify token that this collector was given. See the option platforms.',
  )
}

/**
 * `POST {base}/conversations/{platform}?site`: keeps what a chat platform tells by its webhook. A platform sends what is
 * not answered by 200 again, so that what cannot be read is answered so, too.
 */
export async function receiveWebhook(
  request: Request,
  receiving: ReceivingWebhooks,
  path: readonly string[],
): Promise<Response> {
  const { platforms, defaults, now } = receiving
  const adapters = named(platforms, path[1]!)
  if (adapters.length === 0) return refuse(404, notOn(platforms))
  const site = siteOf(request, defaults)
  if (!site) return refuse(400, EXPECTED_SITE)
  const types = [...new Set(adapters.map(({ type }) => type))]
  const read = await readText(request, types, MAX_WEBHOOK_BYTES)
  if (!read.ok) return refuse(read.status, read.error, read.headers)
  const { url, headers } = request
  const adapter = await believing(adapters, { url, headers, body: read.text })
  if (!adapter) return refuse(401, notSigned(path[1]!))
  if (!receiving.pseudonyms) return withoutSecret(receiving)
  const { skipped, ...told } = adapter.read(read.text, now())
  const isEmpty = told.facts.length + told.undated.length === 0
  const receipt = isEmpty ? NOTHING : await keepFacts(told, { site, isTest: false }, receiving)
  const { thanks } = adapter
  return thanks ? exactly(thanks.type, thanks.text) : answer(200, { ...receipt, skipped } satisfies WebhookReceipt)
}

const NOTHING: ConversationReceipt = { received: 0, rejected: [] }

const named = (platforms: readonly ConversationAdapter[], name: string): readonly ConversationAdapter[] =>
  platforms.filter(({ platform }) => platform === name)

/** Of several apps or bots of one platform, the one whose secret it is. */
async function believing(
  adapters: readonly ConversationAdapter[],
  webhook: Webhook,
): Promise<ConversationAdapter | undefined> {
  for (const adapter of adapters) if (await adapter.isGenuine(webhook)) return adapter
  return undefined
}

function notOn(platforms: readonly ConversationAdapter[]): string {
  const on = [...new Set(platforms.map(({ platform }) => platform))].join(', ')
  return `Expected a platform that is switched on (${on || 'none is'}): see the option platforms.`
}

const notSigned = (platform: string): string =>
  `Expected a webhook that ${platform} signed with the secret that this collector was given: ` +
  'check the secret in the option platforms, that the body comes unchanged, and for Twilio the option url.'

/** Sent again until it is mended. */
function withoutSecret({ log }: ReceivingWebhooks): Response {
  log(
    '[helptally] platforms: expected a secret to make pseudonyms with, got none, so webhooks are refused. ' +
      'Give createHelpHandlers (createCollector) a `pseudonymSecret` or a `serverKey`.',
  )
  return refuse(503, 'This collector is not set up yet: try again later.')
}
