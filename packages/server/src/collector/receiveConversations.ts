import { parseConversationBatch } from '@helptally/core/schema'
import { type ConversationReceipt, linesOfFacts } from '../conversations/linesOfFacts.js'
import type { Pseudonyms } from '../conversations/pseudonyms.js'
import { answer, refuse } from './answers.js'
import { parseJson } from './parseJson.js'
import { readText } from './readText.js'
import { appendAll, type Receiving } from './receiveEvents.js'
import { EXPECTED_SITE } from './siteOf.js'

export const MAX_CONVERSATION_BYTES = 1_048_576

export interface ReceivingConversations extends Receiving {
  /** null when no server key was given: then nobody gets so far. */
  readonly pseudonyms: Pseudonyms | null
}

/** `POST {base}/conversations`: keeps the facts of a bot platform one by one; answers 202 when all are on disk. */
export async function receiveConversations(request: Request, receiving: ReceivingConversations): Promise<Response> {
  const read = await readText(request, ['application/json'], MAX_CONVERSATION_BYTES)
  if (!read.ok) return refuse(read.status, read.error, read.headers)
  const json = parseJson(read.text)
  const parsed = parseConversationBatch(json)
  if (!parsed.ok) return refuse(400, parsed.reason)
  const { facts, test, site = receiving.site } = parsed.batch
  if (!site) return refuse(400, EXPECTED_SITE)
  return answer(202, await keepFacts({ facts }, { site, isTest: test === true }, receiving))
}

/** Facts of unknown origin. Those that have no time of their own are dated, but known by their ids alone. */
export interface FactsTold {
  readonly facts: readonly unknown[]
  readonly undated?: readonly unknown[]
}

/** Keeps facts, whoever told them, and says what became of them when they are durable. */
export async function keepFacts(
  { facts, undated = [] }: FactsTold,
  { site, isTest }: { readonly site: string; readonly isTest: boolean },
  receiving: ReceivingConversations,
): Promise<ConversationReceipt> {
  const received = {
    site,
    label: isTest || receiving.labels.test ? 'test' : '',
    receivedAt: receiving.now(),
    pseudonyms: receiving.pseudonyms!,
  } as const
  const told = [linesOfFacts(facts, received), linesOfFacts(undated, { ...received, areUndated: true })]
  await appendAll(
    told.flatMap(({ lines }) => lines),
    receiving,
  )
  return {
    received: facts.length + undated.length,
    rejected: told.flatMap(({ receipt }) => receipt.rejected),
  }
}
