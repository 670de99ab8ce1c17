import type { Store } from '../store/store.js'
import { type CountedArticle, numbersOf, type Reading, scoreOf } from './articleNumbers.js'
import { articleSessionsSql, articlesReadingSql, articlesSql } from './articles.sql.js'
import { headingOf } from './heading.js'
import { reportMetrics } from './metrics.js'
import type { ReportQuery } from './parseReportQuery.js'
import { scopeOf } from './scope.js'
import { MOST_BEHIND } from './settings.js'
import type { ArticleRow, ArticlesReport } from './shapes.js'

export const articlesDefinition: ArticlesReport['definition'] = {
  id: 'articles',
  version: 1,
  text:
    'For each article how often it was opened and what came of it, by the start of the session. A reload within ten seconds, and the way back within half an hour, is the same opening. ' +
    'Engaged time is what was spent with the article in sight, the window in focus and the last input no older than 30 seconds; half an hour at most. ' +
    'Read: engaged for ten seconds and for 40 % of the expected time (238 words a minute), and half of the article seen. Quick exit: engaged for less than five seconds or 10 % of the ' +
    'expected time, whichever is more, and then back to the results, the home page or away. Search again: followed by a search in the session. Last article: of the session. Contact after: ' +
    'the visitor asked for help within 24 hours. Helpfulness: the last vote of each visitor on each revision, with the lower bound of the 95 % Wilson interval. ' +
    'Failed: an opening with a vote against, a quick exit, a search again or a contact after; the score is their number times the lower bound of their share.',
  metrics: reportMetrics.articles,
}

/** Numbers whose sessions can be asked for. */
export const ARTICLE_MEASURES = ['rows', 'read', 'quick_exit', 'search_again', 'last_article'] as const

/** The articles with most to mend first. */
export async function articlesReport(store: Store, query: ReportQuery): Promise<ArticlesReport> {
  const scope = scopeOf(query)
  const counted = await store.queryFacts<CountedArticle>(articlesSql, scope)
  const shown = counted
    .map((counts) => ({ ...counts, score: scoreOf(counts) }))
    .sort((a, b) => b.score - a.score || b.opens - a.opens || (a.name < b.name ? -1 : 1))
    .slice(0, query.limit)
  const names = shown.map(({ name }) => name)
  const readings = await store.queryFacts<Reading & { readonly name: string }>(articlesReadingSql, { ...scope, names })
  const readingOf = new Map(readings.map((reading) => [reading.name, reading]))
  const rows = shown.map((counts) => ({
    article: counts.name,
    ...numbersOf({ ...counts, ...readingOf.get(counts.name)! }),
  }))
  return {
    definition: articlesDefinition,
    ...headingOf(query),
    synthetic: counted.some(({ synthetic }) => synthetic),
    rows: query.explain === '' ? rows : await withSessions(store, query, rows),
    totals: { articles: counted.length, opens: counted.reduce((sum, { opens }) => sum + opens, 0) },
  }
}

async function withSessions(store: Store, query: ReportQuery, rows: readonly ArticleRow[]): Promise<ArticleRow[]> {
  const behind = await store.query<{ article: string; sessions: string[] }>(articleSessionsSql, {
    ...scopeOf(query),
    articles: rows.map(({ article }) => article),
    explain: query.explain,
    most: MOST_BEHIND,
  })
  const sessionsOf = new Map(behind.map(({ article, sessions }) => [article, sessions]))
  return rows.map((row) => ({ ...row, sessions: sessionsOf.get(row.article) ?? [] }))
}
