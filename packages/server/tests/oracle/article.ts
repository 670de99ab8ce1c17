import type { HelpEvent } from '@helptally/core'
import type { ArticleReport } from '../../src/reports/shapes.js'
import { lastVotes, low, numbersBy, type Within } from './articles.js'
import { type Opening, openingsOf } from './openings.js'
import { searchedOf } from './searched.js'
import { isVote } from './sessions.js'
import { suggestionClicksIn, viewsIn } from './suggestions.js'
import { countsAt, type Named } from './tabs.js'
import { speedsBy } from './vitals.js'

type Beside = Pick<
  ArticleReport,
  'arrivals' | 'departures' | 'reading' | 'reasons' | 'comments' | 'suggested' | 'speed'
>

/** The rows by revision, in no order, without `first_at`. */
export const revisionsBy = (events: readonly HelpEvent[], within: Within, article: string) =>
  numbersBy(events, within, ({ id, rev = '' }) => `${id} ${rev}`)
    .filter(([key]) => key.startsWith(`${article} `))
    .map(([key, numbers]) => ({ revision: key.slice(article.length + 1), ...numbers }))

/** What stands beside the rows; lists in no order but the comments. */
export function besideOf(events: readonly HelpEvent[], { from, to }: Within, article: string): Beside {
  const counts = (event: HelpEvent) => countsAt(event, events) >= from && countsAt(event, events) < to
  const openings = openingsOf(events).filter(({ event }) => event.article.id === article && counts(event))
  const votes = lastVotes(events.filter(isVote)).filter(counts)
  const own = events
    .filter(isVote)
    .filter(counts)
    .filter((vote) => vote.article.id === article)
  const searched = searchedOf(events)
  const tabsOf = (query: string) =>
    new Set(
      searched
        .filter((one) => one.query === query && one.countsAt >= from && one.countsAt < to)
        .map((one) => one.event.tabId),
    ).size
  const arrived = openings.map(({ event: { entry, via, queryId } }) => {
    const search = searched.find((one) => queryId !== undefined && one.event.queryId === queryId)
    const query = search ? search.query : null
    const isKnown = query !== null && tabsOf(query) >= 3
    return { entry, via, query: isKnown ? query : null, isWithheld: query !== null && !isKnown }
  })
  return {
    arrivals: [...Map.groupBy(arrived, ({ entry, via, query }) => JSON.stringify({ entry, via, query }))].map(
      ([key, all]) => ({
        ...JSON.parse(key),
        opens: all.length,
        withheld: all.filter(({ isWithheld }) => isWithheld).length,
      }),
    ),
    departures: counted(openings.map(nextOf)).map(([next, opens]) => ({ ...next, opens })),
    reading: Array.from({ length: 10 }, (_, i) => {
      const n = openings.length
      const saw = openings.filter(({ scroll }) => scroll >= (i + 1) * 10).length
      return { scroll: (i + 1) * 10, openings: { rate: n === 0 ? null : saw / n, n } }
    }),
    reasons: counted(
      votes.filter((vote) => vote.article.id === article).map(({ value, reason = '' as const }) => ({ value, reason })),
    ).map(([said, n]) => ({ ...said, votes: n })),
    comments: own
      .filter(({ comment }) => comment !== undefined)
      .toSorted((a, b) => b.ts - a.ts || (a.id < b.id ? 1 : -1))
      .slice(0, 50)
      .map(({ ts, article: { rev = '' }, value, reason = '' as const, comment }) => ({
        at: new Date(ts).toISOString(),
        revision: rev,
        value,
        reason,
        comment: comment!,
      })),
    suggested: suggestedOn(events, article, counts),
    speed: speedsBy(events, { from, to }, article),
  }
}

function nextOf({ next }: Opening): { next: ArticleReport['departures'][number]['next']; article: string } {
  return typeof next === 'string' ? { next, article: '' } : { next: 'article', article: next.article.id }
}

function suggestedOn(events: readonly HelpEvent[], article: string, counts: (event: HelpEvent) => boolean) {
  const clicked = new Set(suggestionClicksIn(events).map(({ view }) => view?.id))
  const seen = viewsIn(events).filter((view) => view.article?.id === article && counts(view))
  const named = (view: Named<'help.suggestion.view'>) =>
    JSON.stringify({ list: view.listId, algorithm: view.algorithm ?? '' })
  return [...Map.groupBy(seen, named)].map(([key, all]) => {
    const n = all.length
    return { ...JSON.parse(key), clicked: { rate: all.filter(({ id }) => clicked.has(id)).length / n, n } }
  })
}

/** The numbers of an interval. */
export function momentOf(events: readonly HelpEvent[], { from, to }: Within, article: string) {
  const isWithin = (event: HelpEvent) => countsAt(event, events) >= from && countsAt(event, events) < to
  const openings = openingsOf(events).filter(({ event }) => event.article.id === article && isWithin(event))
  const votes = lastVotes(events.filter(isVote))
  const own = votes.filter((vote) => vote.article.id === article && isWithin(vote))
  const up = own.filter(({ value }) => value === 1).length
  const n = openings.length
  const share = (part: number, all: number) => ({ rate: all === 0 ? null : part / all, n: all })
  return {
    opens: n,
    read: share(openings.filter(({ isRead }) => isRead).length, n),
    quick_exit: share(openings.filter(({ isQuickExit }) => isQuickExit).length, n),
    helpfulness: { ...share(up, own.length), low: low(up, own.length) },
  }
}

const counted = <T>(all: readonly T[]): [T, number][] =>
  [...Map.groupBy(all, (one) => JSON.stringify(one))].map(([key, same]) => [JSON.parse(key), same.length])
