import * as v from 'valibot'
import { kindOf, quote, reasonOf } from './reason.js'

export type Parsed<E> =
  | { readonly ok: true; readonly event: E }
  | { readonly ok: false; readonly outcome: 'invalid' | 'consent_missing'; readonly reason: string }

/** Checks one event of unknown origin by the schema of its name. Never throws. */
export function parseBy<E>(schemas: Readonly<Record<string, v.GenericSchema<unknown, E>>>, input: unknown): Parsed<E> {
  if (!isObject(input)) return invalid(`expected an event object, got ${kindOf(input)}`)
  const { name, visitorId } = input
  if (typeof name !== 'string' || !Object.hasOwn(schemas, name)) {
    return invalid(`name: unknown event ${quote(name)}, known: ${Object.keys(schemas).join(', ')}`)
  }
  const isUnconsented = visitorId === undefined || visitorId === null || visitorId === ''
  const checked = isUnconsented ? { ...input, visitorId: ANYBODY } : input
  const result = v.safeParse(schemas[name]!, checked, { abortEarly: true })
  if (!result.success) return invalid(reasonOf(result.issues[0]))
  return isUnconsented ? CONSENT_MISSING : { ok: true, event: result.output }
}

/** In the place of the missing id, to see whether that is all that is missing. */
const ANYBODY = '00000000-0000-0000-0000-000000000000'

const CONSENT_MISSING = {
  ok: false,
  outcome: 'consent_missing',
  reason: 'visitorId: expected the id that a reader gets with consent, got none',
} as const

const invalid = (reason: string) => ({ ok: false, outcome: 'invalid', reason }) as const

const isObject = (input: unknown): input is Readonly<Record<string, unknown>> => kindOf(input) === 'object'
