import type { Filters } from './scope.js'

const SESSIONS = {
  entry: 'select s.id from sessions s where s.entry = $entry',
  article: 'select o.session_id from opens o where o.article_id = $article',
  query: 'select f.session_id from searches f where f.query = $query',
} as const

type Choice = keyof typeof SESSIONS

/**
 * The condition that a row lies in a session of those that these filters choose, at whatever time. `session`: the column
 * of its id. A filter that is not set looks for no session: that would take longer than all the rest, and ever longer.
 */
export const ofSessionsSql = (
  session: string,
  filters: Filters,
  choices: readonly Choice[] = ['entry', 'article', 'query'],
): string =>
  choices.map((name) => (filters[name] === '' ? `$${name} = ''` : `${session} in (${SESSIONS[name]})`)).join(' and ')
