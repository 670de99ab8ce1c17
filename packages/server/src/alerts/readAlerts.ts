import type { Pair } from '../letters/pair.js'
import { parseReportQuery } from '../reports/parseReportQuery.js'
import { readReport } from '../reports/readReport.js'
import { DAY_MS, EVERY_ROW } from '../reports/settings.js'
import type { ReportName, Reports } from '../reports/shapes.js'
import { wallTimeAt } from '../reports/zonedTime.js'
import type { Store } from '../store/store.js'
import { newNotFoundSql } from './newNotFound.sql.js'
import {
  ALERT_BOUNDS,
  type HelpfulnessDrop,
  helpfulnessDrops,
  type VitalRegression,
  vitalRegressions,
  type ZeroResultSurge,
  zeroResultSurge,
} from './rules.js'

/** A page that is not there, and the host whose link leads to it since lately; '' when nobody says. */
export interface NewNotFound {
  readonly page: string
  readonly referrer: string
  readonly times: number
}

/** What the rules found in some days, against four times as many days before them. */
export interface Alerts {
  readonly site: string
  readonly tz: string
  /** ISO dates; `to` is not part of it. */
  readonly from: string
  readonly to: string
  readonly zeroResultSurge: ZeroResultSurge | null
  readonly helpfulnessDrops: readonly HelpfulnessDrop[]
  readonly newNotFound: readonly NewNotFound[]
  readonly vitalRegressions: readonly VitalRegression[]
}

export interface AlertsQuery {
  readonly site: string
  /** IANA time zone of the days. */
  readonly tz: string
  /** The last days that are over, at least 1. */
  readonly days: number
  /** Epoch ms. */
  readonly now: number
}

const TIMES_BEFORE = 4
const MOST_NOT_FOUND = 20

/** Reads what happened and asks the rules. Throws when the time zone or the site is none. */
export async function readAlerts(store: Store, { site, tz, days, now }: AlertsQuery): Promise<Alerts> {
  const { year, month, day } = wallTimeAt(now, tz)
  const [before, from, to] = [days + TIMES_BEFORE * days, days, 0].map((ago) =>
    new Date(Date.UTC(year, month - 1, day) - ago * DAY_MS).toISOString().slice(0, 10),
  ) as [string, string, string]
  const queryOf = (first: string, next: string) => {
    const parsed = parseReportQuery({ site, tz, from: first, to: next, interval: 'month' }, now)
    if (!parsed.ok) throw new Error(`[helptally] ${parsed.reason}`)
    return { ...parsed.query, limit: EVERY_ROW }
  }
  const [period, earlier] = [queryOf(from, to), queryOf(before, from)]
  const both = async <Name extends ReportName>(name: Name): Promise<Pair<Reports[Name]>> => ({
    now: await readReport(store, name, period, now),
    before: await readReport(store, name, earlier, now),
  })
  const [searches, articles, vitals, newNotFound] = await Promise.all([
    both('searches'),
    both('articles'),
    both('vitals'),
    store.query<NewNotFound>(newNotFoundSql, {
      site,
      before: earlier.period.from,
      from: period.period.from,
      to: period.period.to,
      fewest: ALERT_BOUNDS.notFound,
      limit: MOST_NOT_FOUND,
    }),
  ])
  const rowsOf = <R>({ now: is, before: was }: Pair<{ readonly rows: readonly R[] }>): Pair<readonly R[]> => ({
    now: is.rows,
    before: was.rows,
  })
  return {
    site,
    tz,
    from,
    to,
    zeroResultSurge: zeroResultSurge(searches),
    helpfulnessDrops: helpfulnessDrops(rowsOf(articles)),
    newNotFound,
    vitalRegressions: vitalRegressions(rowsOf(vitals)),
  }
}
