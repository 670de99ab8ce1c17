import type { ArticleMoment, ArticleReport, RevisionRow } from '@helptally/server/reports'
import { ArticleDetail, type ArticleDetailProps, type DashboardLocale, type PageView } from '../src/index.js'
import { annotation } from './annotation.js'
import { articleRow, HOSTILE, rate, scarcely } from './articlesReports.js'
import { render } from './page.js'
import { pageView } from './reports.js'

const DEFINITION = { id: 'article', version: 1, text: 'What the server says of one article.', metrics: {} } as const
const DAY_MS = 86_400_000

export function revision(name: string, first_at: string, row: Partial<RevisionRow> = {}): RevisionRow {
  const { article: _, ...numbers } = articleRow('')
  return { revision: name, first_at, ...numbers, ...row }
}

/** A day of so many openings, of which so many were read. */
export function moment(start: string, opens: number, reads: number): ArticleMoment {
  return {
    start,
    opens,
    read: rate(reads, opens),
    quick_exit: rate(Math.min(1, opens), opens),
    failed: rate(Math.min(2, opens), opens),
    helpfulness: { ...rate(1, Math.min(1, opens)), low: opens === 0 ? null : 0.2 },
  }
}

/** Thirty days, the last one today, with something in every part. */
export function articleReport(changes: Partial<ArticleReport> = {}): ArticleReport {
  const { site, timeZone: tz, period } = pageView('article')
  const start = (i: number) => new Date(Date.parse(period.from) + i * DAY_MS).toISOString()
  return {
    definition: DEFINITION,
    site,
    from: period.from,
    to: period.to,
    tz,
    synthetic: false,
    article: 'instalar',
    rows: [
      revision('r-2', '2026-11-10T12:00:00.000Z', { opens: 12, read: rate(3, 12) }),
      revision('', '2026-10-24T08:00:00.000Z', { read: rate(0, 200) }),
    ],
    totals: articleRow('instalar'),
    arrivals: [
      { entry: 'article_click', via: 'search_result', query: 'cómo instalar', opens: 90, withheld: 0 },
      { entry: 'article_click', via: 'search_result', query: null, opens: 60, withheld: 7 },
      { entry: 'direct_link', via: 'external', query: null, opens: 50, withheld: 0 },
    ],
    departures: [
      { next: 'end', article: '', opens: 120 },
      { next: 'article', article: 'pagar', opens: 50 },
      { next: 'search', article: '', opens: 22 },
      { next: 'contact', article: '', opens: 8 },
    ],
    reading: Array.from({ length: 10 }, (_, i) => ({ scroll: 10 * (i + 1), openings: rate(200 - 15 * i, 200) })),
    reasons: [
      { value: 1, reason: '', votes: 45 },
      { value: -1, reason: 'outdated', votes: 5 },
    ],
    comments: Array.from({ length: 7 }, (_, i) => ({
      at: `2026-11-1${7 - i}T09:30:00.000Z`,
      revision: i === 6 ? '' : 'r-2',
      value: i === 0 ? -1 : 1,
      reason: i === 0 ? 'unclear' : '',
      comment: `Comentario ${i + 1}`,
    })),
    suggested: [{ list: 'relacionados', algorithm: 'a-mano', clicked: rate(9, 60) }],
    speed: [
      { navigation: 'hard', speed: 'good', read: rate(80, 100), quick_exit: rate(5, 100) },
      { navigation: 'soft', speed: 'needs_improvement', read: rate(4, 8), quick_exit: rate(2, 8) },
    ],
    interval: 'day',
    series: Array.from({ length: 30 }, (_, i) => moment(start(i), (i * 7) % 13, (i * 3) % 5 === 0 ? 0 : i % 2)),
    ...changes,
  }
}

/** Never opened, and nothing said of it. */
export function unopened(): ArticleReport {
  const nothing = { rows: [], arrivals: [], departures: [], reasons: [], comments: [], suggested: [], speed: [] }
  const reading = articleReport().reading.map(({ scroll }) => ({ scroll, openings: rate(0, 0) }))
  return articleReport({ ...nothing, reading, totals: null, series: [] })
}

export function articlePage(
  report: ArticleReport,
  changes: Partial<PageView> = {},
  { before = null, annotations = [] }: Partial<Pick<ArticleDetailProps, 'before' | 'annotations'>> = {},
): string {
  const page = pageView('article', { address: { of: report.article }, ...changes })
  return render(<ArticleDetail page={page} report={report} annotations={annotations} before={before} />)
}

/** Full, compared, scarcely opened, never opened, and with what nobody should write. */
export function everyArticle(locale: DashboardLocale): Record<string, string> {
  const full = articleReport({ synthetic: true })
  return {
    article: articlePage(full, { locale }, { before: full }),
    articleByWeek: articlePage(
      articleReport({ interval: 'week' }),
      { locale, address: { article: 'pagar' } },
      { before: unopened() },
    ),
    articleScarcely: articlePage(
      articleReport({ totals: articleRow('', scarcely), reading: [{ scroll: 10, openings: rate(1, 1) }] }),
      { locale },
    ),
    articleUnopened: articlePage(unopened(), { locale }),
    articleHostile: articlePage(
      hostileReport(),
      { locale },
      { annotations: [annotation('2026-11-10T12:00:00.000Z', { text: HOSTILE, article: HOSTILE, by: HOSTILE })] },
    ),
  }
}

/** Every text that a site or a reader may choose is hostile. */
export function hostileReport(): ArticleReport {
  const { comments, arrivals, suggested } = articleReport()
  return articleReport({
    article: HOSTILE,
    rows: [revision(HOSTILE, '2026-11-10T12:00:00.000Z')],
    arrivals: [{ ...arrivals[0]!, query: HOSTILE }],
    departures: [{ next: 'article', article: HOSTILE, opens: 200 }],
    comments: [{ ...comments[0]!, revision: HOSTILE, comment: HOSTILE }],
    suggested: [{ ...suggested[0]!, list: HOSTILE, algorithm: HOSTILE }],
  })
}
