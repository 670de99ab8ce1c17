import type { Store } from '../store/store.js'
import { articleReport } from './article.js'
import { ARTICLE_MEASURES, articlesReport } from './articles.js'
import { askingTogether } from './askingTogether.js'
import { CHANNEL_MEASURES, channelsReport } from './channels.js'
import { choosingNone } from './choosingNone.js'
import { DEFLECTION_MEASURES, deflectionReport } from './deflection.js'
import { FLOW_MEASURES, flowReport } from './flow.js'
import { GAP_MEASURES, gapsReport } from './gaps.js'
import { hideRareQuery } from './hideRareQuery.js'
import { importedSql } from './imported.sql.js'
import { intervalStarts } from './intervals.js'
import { ledgerReport } from './ledger.js'
import { liveReport } from './live.js'
import { OUTCOME_MEASURES, outcomesReport } from './outcomes.js'
import type { ReportQuery } from './parseReportQuery.js'
import { periodBefore } from './periodBefore.js'
import { SEARCH_MEASURES, searchesReport } from './searches.js'
import { sessionsReport } from './sessions.js'
import type { ReportName, Reports } from './shapes.js'
import { SUGGESTION_MEASURES, suggestionsReport } from './suggestions.js'
import { vitalsReport } from './vitals.js'

type Read<Name extends ReportName> = (store: Store, query: ReportQuery, now: number) => Promise<Reports[Name]>

const readers: { readonly [Name in ReportName]: Read<Name> } = {
  sessions: sessionsReport,
  articles: articlesReport,
  searches: searchesReport,
  gaps: gapsReport,
  suggestions: suggestionsReport,
  flow: flowReport,
  article: articleReport,
  outcomes: outcomesReport,
  deflection: deflectionReport,
  live: liveReport,
  vitals: vitalsReport,
  channels: channelsReport,
  ledger: ledgerReport,
}

/** The names of all reports. */
export const REPORT_NAMES: readonly ReportName[] = Object.keys(readers) as ReportName[]

/** Whether there is a report of that name. */
export const isReportName = (name: string): name is ReportName => Object.hasOwn(readers, name)

/** The numbers whose sessions a report can name. */
const measures: Partial<Readonly<Record<ReportName, readonly string[]>>> = {
  articles: ARTICLE_MEASURES,
  searches: SEARCH_MEASURES,
  gaps: GAP_MEASURES,
  suggestions: SUGGESTION_MEASURES,
  flow: FLOW_MEASURES,
  article: ARTICLE_MEASURES,
  outcomes: OUTCOME_MEASURES,
  deflection: DEFLECTION_MEASURES,
  channels: CHANNEL_MEASURES,
}

/** What is wrong with asking a report for the sessions behind a number; null when nothing is. */
export function cannotExplain(name: ReportName, explain: string): string | null {
  const known = measures[name] ?? []
  if (explain === '' || known.includes(explain)) return null
  const expected = known.length > 0 ? `expected ${known.join(', ')}` : `the report ${name} names no sessions`
  return `explain: ${expected}, got "${explain}"`
}

/** What a report cannot do without and is not given; null when nothing is missing. */
export function isLacking(name: ReportName, { filters }: ReportQuery): string | null {
  if (name !== 'article' || filters.article !== '') return null
  return 'article: expected the id of the article that the report article is about, got none'
}

/** Whether an article or a search chooses sessions. The report of one article is about it, whichever session it lies in. */
const isChosen = (name: ReportName, { filters }: ReportQuery): boolean =>
  filters.query !== '' || (filters.article !== '' && name !== 'article')

/** One report over all that was acknowledged before. `now` is epoch ms. */
export async function readReport<Name extends ReportName>(
  whole: Store,
  name: Name,
  query: ReportQuery,
  now: number,
): Promise<Reports[Name]> {
  const store = askingTogether(whole)
  const read = async (of: ReportQuery) => {
    const asked = await hideRareQuery(store, of)
    const [report, isImported] = await Promise.all([
      readers[name](isChosen(name, asked) ? store : choosingNone(store), asked, now),
      holdsImported(store, asked),
    ])
    return isImported ? { ...report, imported: true as const } : report
  }
  const report = await read(query)
  if (!query.compares) return report
  const period = periodBefore(query.period)
  // A row more or less than in the period itself.
  const starts = intervalStarts(period, query.interval, Number.POSITIVE_INFINITY)!
  const before = await read({ ...query, period, starts, compares: false })
  return { ...report, before }
}

/** Whichever report it is, whoever reads it has to know. */
async function holdsImported(store: Store, { site, period: { from, to } }: ReportQuery): Promise<boolean> {
  const [found] = await store.query<{ imported: boolean }>(importedSql, { site, from, to })
  return found!.imported
}
