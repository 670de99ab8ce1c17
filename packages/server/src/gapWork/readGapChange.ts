import { LIMITS } from '@helptally/core'
import { searchForm } from '../reports/scope.js'
import { GAP_STATUSES, type GapChange, type GapStatus } from './gapWork.js'

export const MAX_OWNER = 64

/** A change of gaps as a body says it, a form or JSON; or what is wrong with it. */
export function readGapChange(body: unknown): GapChange | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'expected an object with do'
  const said = (name: string): unknown => (Object.hasOwn(body, name) ? (body as never)[name] : undefined)
  const deed = said('do')
  if (deed === 'undo') {
    const nr = Number(said('nr'))
    return Number.isSafeInteger(nr) && nr > 0 ? { do: 'undo', nr } : 'nr: expected the number of a change'
  }
  if (deed !== 'set' && deed !== 'merge' && deed !== 'split') return 'do: expected set, merge, split or undo'
  const query = queryOf(said('query'))
  if (query === null) return expectedQuery('query')
  if (deed === 'split') return { do: 'split', query }
  if (deed === 'merge') {
    const into = queryOf(said('into'))
    return into === null ? expectedQuery('into') : { do: 'merge', query, into }
  }
  const to = readSet(said)
  return typeof to === 'string' ? to : { do: 'set', query, to }
}

function readSet(said: (name: string) => unknown): Extract<GapChange, { do: 'set' }>['to'] | string {
  const [status, owner, article] = [said('status'), textOf(said('owner')), textOf(said('linked_article'))]
  if (status !== undefined && !isStatus(status)) return `status: expected ${GAP_STATUSES.join(', ')}`
  if (owner === null || (owner && owner.length > MAX_OWNER)) return `owner: expected at most ${MAX_OWNER} characters`
  if (article === null || (article && article.length > LIMITS.articleId)) {
    return `linked_article: expected the id of an article, at most ${LIMITS.articleId} characters`
  }
  if (status === undefined && owner === undefined && article === undefined) {
    return 'expected a status, an owner or a linked_article, got none'
  }
  return {
    ...(status !== undefined && { status }),
    ...(owner !== undefined && { owner }),
    ...(article !== undefined && { linked_article: article }),
  }
}

const isStatus = (value: unknown): value is GapStatus => GAP_STATUSES.includes(value as GapStatus)

/** '' is a query too: what has neither letters nor digits. */
const queryOf = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= LIMITS.query ? searchForm(value.toWellFormed()) : null

const expectedQuery = (name: string): string =>
  `${name}: expected what is searched, a text of at most ${LIMITS.query} characters`

/** undefined when nothing is said, null for what is no text. */
function textOf(value: unknown): string | undefined | null {
  if (value === undefined) return undefined
  return typeof value === 'string' ? value.toWellFormed().trim() : null
}
