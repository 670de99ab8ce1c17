import * as v from 'valibot'
import { CHANNELS } from '../channels.js'
import { type ConversationChannel, type ConversationFact, SPEAKERS, TURNS } from '../conversation/conversationFact.js'
import { LIMITS } from '../limits.js'
import { instant, text } from './fields.js'
import { kindOf, quote, reasonOf } from './reason.js'

const CHANNEL_NAMES = Object.keys(CHANNELS).filter((name): name is ConversationChannel => name !== 'help')
const TYPES = ['message', ...TURNS] as const

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** Epoch ms, or an ISO instant with its offset; becomes epoch ms. */
const moment = v.pipe(
  v.unknown(),
  v.transform((at) => (typeof at === 'string' && WITH_OFFSET.test(at) ? Date.parse(at) : at)),
  v.check(Number.isFinite, 'expected epoch milliseconds, or an instant such as 2026-11-01T09:30:00Z'),
  instant(),
)

const common = {
  id: text(LIMITS.platformId),
  channel: v.picklist(CHANNEL_NAMES, `expected one of ${CHANNEL_NAMES.join(', ')}`),
  conversation: text(LIMITS.platformId),
  visitor: text(LIMITS.platformId),
  at: moment,
}

const caused = v.strictObject({
  ...common,
  type: v.picklist(['open', 'close', 'transfer', 'survey_sent', 'interrupted']),
  cause: v.optional(text(LIMITS.cause)),
})

const schemas = {
  message: v.strictObject({ ...common, type: v.literal('message'), by: v.picklist(SPEAKERS) }),
  survey_answered: v.strictObject({
    ...common,
    type: v.literal('survey_answered'),
    score: v.optional(v.pipe(v.number(), v.finite())),
  }),
  open: caused,
  close: caused,
  transfer: caused,
  survey_sent: caused,
  interrupted: caused,
} as const

/** A fact whose time is epoch ms, whatever it came as. */
export type DatedConversationFact = ConversationFact & { readonly at: number }

export type ParsedConversationFact =
  | { readonly ok: true; readonly fact: DatedConversationFact }
  | { readonly ok: false; readonly reason: string }

/** Checks one fact of a batch. The reason names the field, what was expected and what came. Never throws. */
export function parseConversationFact(input: unknown): ParsedConversationFact {
  if (kindOf(input) !== 'object') return no(`expected a fact of a conversation, an object, got ${kindOf(input)}`)
  const { type } = input as { readonly type?: unknown }
  if (typeof type !== 'string' || !Object.hasOwn(schemas, type))
    return no(`type: expected one of ${TYPES.join(', ')}, got ${quote(type)}`)
  const result = v.safeParse(schemas[type as keyof typeof schemas], input, { abortEarly: true })
  if (result.success) return { ok: true, fact: result.output as DatedConversationFact }
  return no(reasonOf(result.issues[0]))
}

const no = (reason: string): ParsedConversationFact => ({ ok: false, reason })

/** Facts of one request. */
export const MAX_FACTS = 1_000

/** What a bot platform posts. Its facts are checked one by one, by `parseConversationFact`. */
export interface ConversationBatch {
  /** The help center that they are of. Default: that of the collector. */
  readonly site?: string
  /** The platform tries itself out: its facts are kept, and not counted. */
  readonly test?: true
  readonly facts: readonly unknown[]
}

export type ParsedConversationBatch =
  | { readonly ok: true; readonly batch: ConversationBatch }
  | { readonly ok: false; readonly reason: string }

const batch = v.strictObject({
  site: v.optional(text(LIMITS.site)),
  test: v.optional(v.literal(true)),
  facts: v.pipe(
    v.array(v.unknown()),
    v.minLength(1, 'expected at least one fact'),
    v.maxLength(MAX_FACTS, `expected at most ${MAX_FACTS} facts`),
  ),
})

export function parseConversationBatch(input: unknown): ParsedConversationBatch {
  const result = v.safeParse(batch, input, { abortEarly: true })
  if (result.success) return { ok: true, batch: result.output as ConversationBatch }
  return { ok: false, reason: `expected { site, facts: [...] }; ${reasonOf(result.issues[0])}` }
}
