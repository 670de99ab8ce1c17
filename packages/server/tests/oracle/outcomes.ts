import type { HelpEvent } from '@helptally/core'
import type { OutcomeCounts } from '../../src/reports/shapes.js'
import { lastVotes, low, type Within } from './articles.js'
import { isVote, visitsOf } from './sessions.js'
import { countsAt, median } from './tabs.js'

/** The numbers of a period, or an interval of it, by the definition of the report. */
export function outcomesOf(events: readonly HelpEvent[], within: Within): OutcomeCounts {
  const lies = (event: HelpEvent, { from, to }: Within) =>
    countsAt(event, events) >= from && countsAt(event, events) < to
  const visits = visitsOf(events).filter(({ opening }) => opening.ts >= within.from && opening.ts < within.to)
  const votes = lastVotes(events.filter(isVote)).filter((vote) => lies(vote, within))
  const up = votes.filter(({ value }) => value === 1).length
  const sessions = visits.length
  const of = (is: (visit: (typeof visits)[number]) => boolean) => visits.filter(is).length
  const share = (n: number, all: number) => ({ rate: all === 0 ? null : n / all, n: all })
  const interactions = visits.reduce((sum, visit) => sum + visit.interactions, 0)
  return {
    sessions,
    found: of((visit) => visit.isRead && !visit.isContacted),
    failed: of((visit) => !visit.isRead && !visit.isContacted),
    contacted: of(({ isContacted }) => isContacted),
    contact: share(
      of(({ isContacted }) => isContacted),
      sessions,
    ),
    contact_starts: of(({ startedContact }) => startedContact),
    helpfulness: { ...share(up, votes.length), low: low(up, votes.length) },
    one_article: of(({ articles }) => articles === 1),
    two_articles: of(({ articles }) => articles === 2),
    three_articles: of(({ articles }) => articles === 3),
    more_articles: of(({ articles }) => articles > 3),
    duration_median_ms: median(visits.flatMap(({ durationMs }) => (durationMs > 0 ? durationMs : []))),
    one_event: of(({ durationMs }) => durationMs === 0),
    interactions,
    interactions_per_session: sessions === 0 ? null : interactions / sessions,
  }
}
