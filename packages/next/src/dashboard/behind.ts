import type { Behind } from '@helptally/dashboard'
import {
  cannotExplain,
  conversationsById,
  isReportName,
  type ReportName,
  type Reports,
  sessionsById,
} from '@helptally/server'
import type { Reading } from './reading.js'

/** The fields that tell the rows of a report apart. */
const KEYS: Partial<Readonly<Record<ReportName, readonly string[]>>> = {
  articles: ['article'],
  article: ['revision'],
  searches: ['query'],
  gaps: ['query'],
  suggestions: ['list', 'algorithm'],
  flow: ['from', 'to', 'via'],
  outcomes: ['start'],
  deflection: ['method', 'form'],
  channels: ['channel'],
}

type Row = Readonly<Record<string, unknown>>

/**
 * The sessions behind one number of one row: `articles.read` and the article's id, say. null when the address names no
 * such number. A report names at most a hundred of them.
 */
export async function sessionsBehind({ view, store, read }: Reading): Promise<Behind | null> {
  const { behind = '', row: wanted = '', of } = view.address
  const [report = '', measure = ''] = behind.split('.')
  const keys = isReportName(report) ? KEYS[report] : undefined
  if (!keys || measure === '' || cannotExplain(report as ReportName, measure) !== null) return null
  const about: Record<string, string> = report === 'article' && of ? { article: of } : {}
  const answer = await read(report as ReportName, { explain: measure, limit: '200', ...about })
  const row = rowOf(answer, keys, wanted)
  // Where `sessions` is a count, they have the longer name.
  const ids = (row?.sessions_behind ?? row?.sessions ?? []) as readonly string[]
  const asked = { site: view.site, ids }
  return report === 'channels' && wanted !== 'help'
    ? { of: 'conversations', rows: await conversationsById(store, asked, view.now) }
    : { of: 'help', rows: await sessionsById(store, asked, view.now) }
}

function rowOf(answer: Reports[ReportName], keys: readonly string[], wanted: string): Row | undefined {
  // What tickets tell is of no form, and stands beside the rows.
  if (wanted === '' && 'tickets' in answer) return answer.tickets ? { ...answer.tickets } : undefined
  const rows = answer.rows as readonly unknown[] as readonly Row[]
  return rows.find((row) => keys.map((key) => row[key]).join('|') === wanted)
}
