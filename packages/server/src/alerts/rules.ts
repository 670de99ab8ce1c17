import type { Pair } from '../letters/pair.js'
import { type Rate, wilsonLow } from '../reports/rates.js'
import type { ArticleRow, SearchesReport, VitalsRow } from '../reports/shapes.js'
import { VITAL_LIMITS } from '../reports/vitalLimits.js'

/**
 * When a number is worth a mail. Each rule asks for enough things to be no chance, and for a change that somebody would
 * mend. The bounds are our own judgement: fewer alerts that are believed.
 */
export const ALERT_BOUNDS = {
  /** Known searches of the period. */
  searches: 50,
  /** The share without a result is surely so many times as great. */
  surge: 1.25,
  /** Votes of the period, and of the time before. */
  votes: 10,
  /** Page views measured in the period, and in the time before. */
  views: 75,
  /** The p75 is so many times as great. */
  slower: 1.2,
  /** Times that a page was not found. */
  notFound: 3,
} as const

/** Too many searches find nothing; null when they do not. Queries that found nothing most often come with it. */
export interface ZeroResultSurge extends Pair<Rate> {
  readonly queries: readonly { readonly query: string; readonly zero: number; readonly known: number }[]
}

const MOST_QUERIES = 5

/**
 * The share of searches without a result is at least `surge` times that of before, by its lower Wilson bound, and that
 * bound is above the upper one of before.
 */
export function zeroResultSurge({ now, before }: Pair<SearchesReport>): ZeroResultSurge | null {
  const [is, was] = [now.totals.zero_result, before.totals.zero_result]
  const { known, zero } = now.totals
  if (known < ALERT_BOUNDS.searches || was.rate === null) return null
  if (wilsonLow(zero, known)! <= Math.max(ALERT_BOUNDS.surge * was.rate, atMost(was))) return null
  const queries = now.rows
    .filter((row) => row.zero > 0)
    .toSorted((a, b) => b.zero - a.zero)
    .slice(0, MOST_QUERIES)
    .map((row) => ({ query: row.query, zero: row.zero, known: row.known }))
  return { now: is, before: was, queries }
}

export interface HelpfulnessDrop extends Pair<Rate> {
  readonly article: string
}

/** Articles whose helpfulness, by its upper Wilson bound, lies below the lower one of before; the deepest fall first. */
export function helpfulnessDrops({ now, before }: Pair<readonly ArticleRow[]>): HelpfulnessDrop[] {
  const earlier = new Map(before.map(({ article, helpfulness }) => [article, helpfulness]))
  return now
    .flatMap(({ article, helpfulness: is }) => {
      const was = earlier.get(article)
      if (!was || is.n < ALERT_BOUNDS.votes || was.n < ALERT_BOUNDS.votes) return []
      return atMost(is) < atLeast(was) ? [{ article, now: is, before: was }] : []
    })
    .toSorted((a, b) => a.now.rate! - a.before.rate! - (b.now.rate! - b.before.rate!))
}

const atLeast = ({ rate, n }: Rate): number => wilsonLow(Math.round(rate! * n), n)!

/** The upper bound of the 95 % Wilson interval: the lower one of the opposite. */
const atMost = ({ rate, n }: Rate): number => 1 - wilsonLow(n - Math.round(rate! * n), n)!

export interface VitalRegression extends Pair<number> {
  readonly article: string
  readonly metric: VitalsRow['metric']
  readonly navigation: VitalsRow['navigation']
}

/** Vitals of articles whose p75 is no longer good, and `slower` times that of before; the greatest factor first. */
export function vitalRegressions({ now, before }: Pair<readonly VitalsRow[]>): VitalRegression[] {
  const earlier = new Map(before.map((row) => [nameOf(row), row]))
  return now
    .flatMap((row) => {
      const was = earlier.get(nameOf(row))
      if (!was || row.n < ALERT_BOUNDS.views || was.n < ALERT_BOUNDS.views) return []
      const isWorse = row.p75 > VITAL_LIMITS[row.metric].good && row.p75 >= ALERT_BOUNDS.slower * was.p75
      const { article, metric, navigation } = row
      return isWorse ? [{ article, metric, navigation, now: row.p75, before: was.p75 }] : []
    })
    .toSorted((a, b) => b.now / b.before - a.now / a.before)
}

const nameOf = ({ article, metric, navigation }: VitalsRow): string => [article, metric, navigation].join(' ')
