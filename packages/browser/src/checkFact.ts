import { LIMITS, MOST_THINGS, VOTE_REASONS } from '@helptally/core'
import type { SiteFact } from './helpEngine.js'

/** What a field may be: in words, and its value as an event takes it; undefined when it is something else. */
interface Rule {
  readonly expected: string
  readonly isOptional?: true
  read(value: unknown): unknown
}

const text = (limit: number): Rule => ({
  expected: 'a text',
  read: (value) => (typeof value === 'string' && value !== '' ? value.slice(0, limit) : undefined),
})
const texts = (most: number, limit: number): Rule => ({
  expected: 'a list of texts',
  read(value) {
    const members = Array.isArray(value) ? value.slice(0, most).map(text(limit).read) : []
    return members.length > 0 && !members.includes(undefined) ? members : undefined
  },
})
const oneOf = (values: readonly unknown[]): Rule => ({
  expected: values.map((one) => JSON.stringify(one)).join(' or '),
  read: (value) => (values.includes(value) ? value : undefined),
})
const count: Rule = {
  expected: 'a whole number from 1',
  read: (value) =>
    Number.isInteger(value) && (value as number) > 0 ? Math.min(value as number, MOST_THINGS) : undefined,
}
const host: Rule = {
  expected: 'a host name',
  read: (value) => (typeof value === 'string' && /^[^\s/?#@]{0,255}$/.test(value) ? value : undefined),
}
const maybe = (rule: Rule): Rule => ({ ...rule, isOptional: true })

const contact = { method: text(LIMITS.method), formId: maybe(text(LIMITS.formId)) }

const FACTS: { readonly [N in SiteFact['name']]: Readonly<Record<string, Rule>> } = {
  'help.contact.start': contact,
  'help.contact.offer': { ...contact, offered: texts(LIMITS.offered, LIMITS.articleId) },
  'help.contact.submit': { ...contact, ticket: maybe(text(LIMITS.ticket)) },
  'help.error.not_found': { referrer: maybe(host) },
  'help.suggestion.view': {
    listId: text(LIMITS.listId),
    algorithm: maybe(text(LIMITS.algorithm)),
    items: count,
  },
  'help.feedback.vote': {
    value: oneOf([1, -1]),
    reason: maybe(oneOf(VOTE_REASONS)),
    comment: maybe(text(LIMITS.comment)),
  },
}

/** What a site told, with no more than an event takes; undefined, after a word in the console, when it is no fact. */
export function checkFact(fact: unknown): SiteFact | undefined {
  const wrong = (expected: string, came: unknown) => {
    console.error(`[helptally] Expected ${expected}; got ${saidOf(came)}. Nothing was counted.`)
    return undefined
  }
  const given = (typeof fact === 'object' && fact !== null ? fact : {}) as Readonly<Record<string, unknown>>
  const name = String(given.name)
  if (!Object.hasOwn(FACTS, name))
    return wrong(`a fact named ${Object.keys(FACTS).join(' or ')}`, given === fact ? given.name : fact)
  const rules = FACTS[name as SiteFact['name']]
  const read: Record<string, unknown> = { name }
  for (const field of Object.keys(given)) {
    if (field !== 'name' && !Object.hasOwn(rules, field))
      return wrong(`no other fields of ${name} than ${Object.keys(rules).join(', ')}`, field)
  }
  for (const [field, { expected, isOptional, read: readField }] of Object.entries(rules)) {
    const value = given[field]
    if (value === undefined && isOptional) continue
    read[field] = readField(value)
    if (read[field] === undefined) return wrong(`${field} of ${name} to be ${expected}`, value)
  }
  return read as unknown as SiteFact
}

/** Whatever came, in a few characters. */
function saidOf(value: unknown): string {
  try {
    return String(JSON.stringify(value)).slice(0, 60)
  } catch {
    return typeof value
  }
}
