import type { CountedSession, Entry, Via } from '@helptally/core'

/** What a session has to be. What is left out may be anything. */
export interface ExpectedSession {
  readonly entry?: Entry
  readonly via?: Via
  /** The id of the article that started it. */
  readonly article?: string
  /** How many articles were opened in it, its first included. */
  readonly articles?: number
  /** How many searches were made in it. */
  readonly searches?: number
  /** Its idle time is not reached yet. */
  readonly isOpen?: boolean
}

const FIELDS = ['entry', 'via', 'article', 'articles', 'searches', 'isOpen'] as const
type Found = Required<ExpectedSession>

/** Where a session is not what was expected, in words such as `entry is direct_link`. Throws when a field is none. */
export function unmetIn(session: CountedSession, expected: ExpectedSession): string[] {
  mustKnow(expected)
  const found = foundIn(session)
  return FIELDS.filter((field) => expected[field] !== undefined && expected[field] !== found[field]).map((field) =>
    field === 'isOpen' ? (found.isOpen ? 'it is open' : 'it has ended') : `${field} is ${found[field]}`,
  )
}

function mustKnow(expected: ExpectedSession): void {
  const other = Object.keys(expected).find((field) => !FIELDS.includes(field as keyof ExpectedSession))
  if (other === undefined) return
  throw new TypeError(`[helptally] Expected a session by ${FIELDS.join(', ')}, got the field "${other}".`)
}

function foundIn({ opening, events, endedAt }: CountedSession): Found {
  const named = (name: string) => events.filter((event) => event.name === name).length
  return {
    entry: opening.entry,
    via: opening.via,
    article: opening.article.id,
    articles: named('help.article.open'),
    searches: named('help.search.submit'),
    isOpen: endedAt === null,
  }
}

/** As it is written in a test: `entry: search_enter, article: billing`. */
export function wordsFor(expected: ExpectedSession): string {
  return Object.entries(expected)
    .map(([field, value]) => `${field}: ${value}`)
    .join(', ')
}
