import { ENTRIES, OUTCOMES } from '@helptally/core'
import { CANONICAL_FORMS } from './canonicalForm.js'
import { canonicalJson } from './canonicalJson.js'
import { STATEMENT_VERSION, type Statement } from './statement.js'

export type ReadStatement =
  /** `isAsWritten`: the file is the one writing of what it says. */
  | { readonly ok: true; readonly statement: Statement; readonly isAsWritten: boolean }
  /** Why it is no statement. */
  | { readonly ok: false; readonly reason: string }

/** Reads the text of a statement, whatever became of it: what it says is to be checked. */
export function readStatement(text: string): ReadStatement {
  const value = parsed(text)
  if (value === undefined || !isObject(value) || value.helptally !== 'statement')
    return no('expected a statement, as helptally statement writes it, got something else')
  if (value.version !== STATEMENT_VERSION)
    return no(`expected a statement of version ${STATEMENT_VERSION}, got ${JSON.stringify(value.version)}`)
  const wrong = wrongAt(value, statementShape, '')
  if (wrong !== null) return no(`${wrong.slice(1)}: expected what helptally statement writes there, got something else`)
  const statement = value as unknown as Statement
  if (!Object.hasOwn(CANONICAL_FORMS, statement.by.canonical_form))
    return no(
      `by.canonical_form: expected ${Object.keys(CANONICAL_FORMS).join(', ')}, got another; update @helptally/*`,
    )
  return { ok: true, statement, isAsWritten: text.trimEnd() === canonicalJson(value) }
}

const no = (reason: string): ReadStatement => ({ ok: false, reason })

/** What a value has to look like: a test, an object with at least these members, or a list of which each does. */
type Shape = ((value: unknown) => boolean) | { readonly [key: string]: Shape } | readonly [Shape]

const isText = (value: unknown): boolean => typeof value === 'string' && value.isWellFormed()
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0
const isDate = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
const isInstant = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value))
const isHash = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const orNull =
  (is: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || is(value)

const countsOf = (keys: readonly string[]): Shape => Object.fromEntries(keys.map((key) => [key, isCount]))

const countsShape = {
  sessions: countsOf(['sessions', ...ENTRIES]),
  channels: (value: unknown): boolean => isObject(value) && Object.values(value).every(isCount),
  orphan_searches: isCount,
  received: countsOf(['received', ...OUTCOMES, 'dropped', 'refused']),
  events: countsOf(['stored', 'bot', 'test', 'synthetic', 'imported']),
}

const dayShape = {
  date: isDate,
  from: isInstant,
  to: isInstant,
  ...countsShape,
  events_sha256: isHash,
  previous: orNull(isHash),
  hash: isHash,
}

const statementShape = {
  site: isText,
  from: isDate,
  to: isDate,
  tz: isText,
  made_at: isInstant,
  by: {
    software: isText,
    rules: isCount,
    definitions: countsOf(['sessions', 'channels', 'ledger']),
    canonical_form: isCount,
  },
  store: { latest_received_at: orNull(isInstant) },
  days: [dayShape],
  totals: countsShape,
  manifest: {
    file: (value: unknown): boolean => typeof value === 'string' && /^[^/\\]+$/.test(value),
    events: isCount,
    sha256: isHash,
  },
  key: { id: isText, public: isText },
  signature: isText,
} as const satisfies Shape

/** Where a value has not its shape; null when it has. */
function wrongAt(value: unknown, shape: Shape, path: string): string | null {
  if (typeof shape === 'function') return shape(value) ? null : path
  if (isList(shape)) {
    if (!Array.isArray(value) || value.length === 0) return path
    return firstWrong(value.map((item, i) => wrongAt(item, shape[0], `${path}.${i}`)))
  }
  if (!isObject(value)) return path
  return firstWrong(Object.entries(shape).map(([key, inner]) => wrongAt(value[key], inner, `${path}.${key}`)))
}

const firstWrong = (paths: readonly (string | null)[]): string | null => paths.find((path) => path !== null) ?? null
const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape)
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
