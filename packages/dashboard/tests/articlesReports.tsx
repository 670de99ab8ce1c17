import type { ArticleRow, ArticlesReport, Rate } from '@helptally/server/reports'
import { Articles, type DashboardLocale, type PageView } from '../src/index.js'
import { render } from './page.js'
import { pageView } from './reports.js'

const DEFINITION = { id: 'articles', version: 1, text: 'What the server says an opening is.', metrics: {} } as const

export const rate = (part: number, n: number): Rate => ({ rate: n === 0 ? null : part / n, n })

/** Numbers that all differ, so that none can stand in the column of another. */
export function articleRow(article: string, row: Partial<ArticleRow> = {}): ArticleRow {
  return {
    article,
    opens: 200,
    session_views: 160,
    engaged_median_ms: 42_000,
    engaged_p75_ms: 95_000,
    scroll_median: 71,
    read: rate(120, 200),
    quick_exit: rate(18, 200),
    last_article: rate(80, 160),
    search_again: rate(26, 200),
    contact_after: rate(8, 160),
    helpfulness: { ...rate(45, 50), low: 0.786 },
    votes: rate(50, 200),
    failed: rate(54, 200),
    score: 11.64,
    ...row,
  }
}

/** As of an article that was opened once and told nothing of it. */
export const scarcely: Partial<ArticleRow> = {
  opens: 1,
  session_views: 0,
  engaged_median_ms: null,
  engaged_p75_ms: null,
  scroll_median: 0,
  read: rate(0, 1),
  quick_exit: rate(1, 1),
  last_article: rate(0, 0),
  search_again: rate(0, 1),
  contact_after: rate(0, 0),
  helpfulness: { ...rate(0, 0), low: null },
  votes: rate(0, 1),
  failed: rate(1, 1),
  score: 0.2,
}

export function articlesReport(rows: readonly ArticleRow[], articles: number = rows.length): ArticlesReport {
  const { site, timeZone: tz, period } = pageView('articles')
  return {
    definition: DEFINITION,
    site,
    from: period.from,
    to: period.to,
    tz,
    synthetic: false,
    rows,
    totals: { articles, opens: rows.reduce((sum, { opens }) => sum + opens, 0) },
  }
}

export function articlesPage(report: ArticlesReport, changes: Partial<PageView> = {}): string {
  return render(<Articles page={pageView('articles', changes)} report={report} before={articlesReport([])} />)
}

/** Full, sorted, empty, and with what nobody should call an article. */
export function everyArticles(locale: DashboardLocale): Record<string, string> {
  const full = articlesReport([articleRow('instalar'), articleRow('pagar', scarcely)], 300)
  return {
    articles: articlesPage({ ...full, synthetic: true }, { locale }),
    articlesSorted: articlesPage(full, { locale, address: { sort: 'read', article: 'instalar' } }),
    articlesNone: articlesPage(articlesReport([]), { locale }),
    articlesHostile: articlesPage(articlesReport([articleRow(HOSTILE)]), { locale }),
  }
}

/** A tag, a turn of direction, letters of four bytes, and no place to break. */
export const HOSTILE = `"><script>alert('x')</script>\u202e${'🦜'.repeat(20)}${'x'.repeat(120)}`
