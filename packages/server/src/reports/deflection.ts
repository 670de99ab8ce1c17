import type { Store } from '../store/store.js'
import { followedSql, formSessionsSql, formsSql, selfServiceSql } from './deflection.sql.js'
import { headingOf } from './heading.js'
import { reportMetrics } from './metrics.js'
import type { ReportQuery } from './parseReportQuery.js'
import { rateOf } from './rates.js'
import { scopeOf } from './scope.js'
import { HOUR_MS, MOST_BEHIND } from './settings.js'
import type { DeflectionCounts, DeflectionReport, DeflectionRow, SelfService, TicketDeflection } from './shapes.js'

export const deflectionDefinition: DeflectionReport['definition'] = {
  id: 'deflection',
  version: 2,
  text:
    'Who was about to ask, and found the answer instead. By form: of the sessions that started one, those that opened an article it had offered afterwards, in the same tab or in one that a link ' +
    'of the session opened within a day, and sent no contact of any kind. By tickets, where a help desk tells them: of all sessions, none are those whose visitor filed a ticket from the start on until the ' +
    'window after the last activity was over; potential, an upper bound, are all the others; confirmed, the figure to go by, are those of them that sent no contact and whose last step was an ' +
    'article that was read or a vote for one. Provisional are sessions whose window is not over. Self-service score: help sessions by distinct visitors who filed tickets in the period, ' +
    'whoever is not known here counting as one; with filters there is none. Without tickets there are no such figures, which is not the same as 0. Events of robots and of tests do not count.',
  metrics: reportMetrics.deflection,
}

/** Numbers whose sessions can be asked for. */
export const DEFLECTION_MEASURES = [
  'rows',
  'opened',
  'submitted',
  'deflected',
  'confirmed',
  'potential',
  'none',
] as const

type Counted = Record<'sessions' | 'opened' | 'submitted' | 'deflected', number> & {
  readonly synthetic: boolean
} & ({ readonly method: string; readonly form: string } | { readonly method: null })

export async function deflectionReport(store: Store, query: ReportQuery, now: number): Promise<DeflectionReport> {
  const counted = await store.queryFacts<Counted>(formsSql, scopeOf(query))
  const rows: DeflectionRow[] = counted.flatMap((of) =>
    of.method === null ? [] : [{ method: of.method, form: of.form, ...countsOf(of) }],
  )
  const all = counted.find(({ method }) => method === null)!
  const { site, period } = query
  const desk = { site, from: period.from, to: period.to }
  const [service] = await store.query<Omit<SelfService, 'score'> & { tickets: number }>(selfServiceSql, desk)
  const hasTickets = service!.tickets > 0
  const isWhole = Object.values(query.filters).every((filter) => filter === '')
  return {
    definition: deflectionDefinition,
    ...headingOf(query),
    synthetic: all.synthetic,
    rows: query.explain === '' ? rows : await withSessions(store, query, rows),
    totals: countsOf(all),
    window_hours: query.windowHours,
    tickets: hasTickets ? await ticketsOf(store, query, now) : null,
    self_service: hasTickets && isWhole ? selfServiceOf(service!) : null,
  }
}

const countsOf = ({ sessions, opened, submitted, deflected }: Counted): DeflectionCounts => ({
  sessions,
  opened,
  submitted,
  deflected: rateOf(deflected, sessions),
})

const selfServiceOf = ({ sessions, users }: Omit<SelfService, 'score'>): SelfService => ({
  sessions,
  users,
  score: rateOf(sessions, users).rate,
})

async function ticketsOf(store: Store, query: ReportQuery, now: number): Promise<TicketDeflection> {
  type Followed = Record<'sessions' | 'confirmed' | 'potential' | 'none' | 'provisional', number>
  const { explain, windowHours } = query
  const [followed] = await store.query<Followed & { behind: string[] }>(followedSql, {
    ...scopeOf(query),
    window_ms: windowHours * HOUR_MS,
    now,
    explain,
    most: MOST_BEHIND,
  })
  const { sessions, confirmed, potential, none, provisional, behind } = followed!
  return {
    confirmed: rateOf(confirmed, sessions),
    potential: rateOf(potential, sessions),
    none: rateOf(none, sessions),
    provisional,
    ...(explain !== '' && { sessions_behind: behind }),
  }
}

async function withSessions(
  store: Store,
  query: ReportQuery,
  rows: readonly DeflectionRow[],
): Promise<DeflectionRow[]> {
  const behind = await store.query<{ method: string; form: string; sessions: string[] }>(formSessionsSql, {
    ...scopeOf(query),
    explain: query.explain,
    most: MOST_BEHIND,
  })
  return rows.map((row) => ({
    ...row,
    sessions_behind: behind.find(({ method, form }) => method === row.method && form === row.form)?.sessions ?? [],
  }))
}
