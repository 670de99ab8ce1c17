import { ENTRIES, type Entry } from '@helptally/core'
import type { Pair } from '../letters/pair.js'
import { parseReportQuery, type ReportQuery } from '../reports/parseReportQuery.js'
import type { Rate } from '../reports/rates.js'
import { readReport } from '../reports/readReport.js'
import { EVERY_ROW } from '../reports/settings.js'
import type { ArticleRow, GapRow, OutcomeCounts, ReportName, Reports } from '../reports/shapes.js'
import type { Store } from '../store/store.js'
import type { Week } from './week.js'

export type DigestRate = 'success' | 'found' | 'helpfulness' | 'contact'

/** An article that was opened much more, or much less, than in the week before. */
export interface Mover {
  readonly article: string
  readonly opens: Pair<number>
}

/** What a week was like: the numbers of the dashboard's overview, by the same definitions. */
export interface Digest {
  readonly site: string
  readonly tz: string
  readonly week: Week
  /** Some of it was made by the seed command. */
  readonly synthetic: boolean
  /** Some of it was read out of an access log. */
  readonly imported?: true
  readonly sessions: Pair<number>
  readonly entries: Readonly<Record<Entry, Pair<number>>>
  readonly rates: Readonly<Record<DigestRate, Pair<Rate>>>
  /** Of those that nobody works on, the greatest score first. */
  readonly gaps: readonly GapRow[]
  /** Of which openings failed; where mending helps most first. */
  readonly toMend: readonly ArticleRow[]
  /** The greatest change first. */
  readonly movers: readonly Mover[]
}

export interface DigestQuery {
  readonly site: string
  /** IANA time zone of the week. */
  readonly tz: string
  readonly week: Week
  /** Epoch ms. */
  readonly now: number
}

const MOST_ROWS = 5
/** Fewer openings in both weeks together come and go by chance. */
const FEWEST_OPENS = 20

/** Reads what a digest tells of a week. Throws when the time zone or the site is none. */
export async function readDigest(store: Store, { site, tz, week, now }: DigestQuery): Promise<Digest> {
  const read = <Name extends ReportName>(name: Name, limit: number, more: Partial<ReportQuery> = {}) => {
    const parsed = parseReportQuery({ site, tz, ...week, compare: 'before' }, now)
    if (!parsed.ok) throw new Error(`[helptally] ${parsed.reason}`)
    return readReport(store, name, { ...parsed.query, limit, ...more }, now)
  }
  const [sessions, outcomes, searches, gaps, articles] = await Promise.all([
    read('sessions', 1),
    read('outcomes', 1),
    read('searches', 1),
    read('gaps', MOST_ROWS, { status: 'open' }),
    read('articles', EVERY_ROW),
  ])
  const pair = <R extends { readonly before?: R }, N>(report: R, of: (report: R) => N): Pair<N> => ({
    now: of(report),
    before: of(report.before!),
  })
  return {
    site,
    tz,
    week,
    synthetic: sessions.synthetic,
    ...(sessions.imported && { imported: true }),
    sessions: pair(sessions, ({ totals }) => totals.sessions),
    entries: Object.fromEntries(
      ENTRIES.map((entry) => [entry, pair(sessions, ({ totals }) => totals[entry])]),
    ) as Digest['entries'],
    rates: {
      success: pair(searches, ({ totals }) => totals.success),
      found: pair(outcomes, ({ totals }) => foundOf(totals)),
      helpfulness: pair(outcomes, ({ totals }) => totals.helpfulness),
      contact: pair(outcomes, ({ totals }) => totals.contact),
    },
    gaps: gaps.rows,
    toMend: articles.rows.filter(({ failed }) => (failed.rate ?? 0) > 0).slice(0, MOST_ROWS),
    movers: moversOf(articles),
  }
}

const foundOf = ({ found, sessions }: OutcomeCounts): Rate => ({
  rate: sessions === 0 ? null : found / sessions,
  n: sessions,
})

function moversOf({ rows, before }: Reports['articles']): Mover[] {
  const [opensNow, opensBefore] = [opensIn(rows), opensIn(before!.rows)]
  const changeOf = ({ opens }: Mover) => Math.abs(opens.now - opens.before)
  return [...new Set([...rows, ...before!.rows].map(({ article }) => article))]
    .map((article) => ({ article, opens: { now: opensNow(article), before: opensBefore(article) } }))
    .filter((mover) => mover.opens.now + mover.opens.before >= FEWEST_OPENS && changeOf(mover) > 0)
    .sort((a, b) => changeOf(b) - changeOf(a) || (a.article < b.article ? -1 : 1))
    .slice(0, MOST_ROWS)
}

const opensIn = (rows: readonly ArticleRow[]): ((article: string) => number) => {
  const opens = new Map(rows.map((row) => [row.article, row.opens]))
  return (article) => opens.get(article) ?? 0
}
