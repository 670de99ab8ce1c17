import type { ArticleRef, HelpEvent } from '@helptally/core'
import type { ArticleNumbers, ArticleRow } from '../../src/reports/shapes.js'
import { openingsOf } from './openings.js'
import { countsAt, isContact, median, type Named, p75 } from './tabs.js'

export interface Within {
  readonly from: number
  readonly to: number
}

/** The rows of the report, by its definition, in no order. */
export const articlesBy = (events: readonly HelpEvent[], within: Within): Partial<ArticleRow>[] =>
  numbersBy(events, within, ({ id }) => id).map(([article, numbers]) => ({ article, ...numbers }))

/** What came of the openings, of all articles with the same key together. */
export function numbersBy(
  events: readonly HelpEvent[],
  { from, to }: Within,
  keyOf: (article: ArticleRef) => string,
): [string, Omit<ArticleNumbers, 'score'>][] {
  const isWithin = (event: HelpEvent) => countsAt(event, events) >= from && countsAt(event, events) < to
  const openings = openingsOf(events).filter(({ event }) => isWithin(event))
  const contacts = events.filter(isContact)
  const cast = events.filter((event) => event.name === 'help.feedback.vote')
  const votes = lastVotes(cast).filter(isWithin)
  return [...Map.groupBy(openings, ({ event }) => keyOf(event.article))].map(([key, all]) => {
    const share = (n: number, of: number) => ({ rate: of === 0 ? null : n / of, n: of })
    const isView = ({ event }: (typeof all)[number]) =>
      !all.some(({ event: other }) => sameSession(other, event) && other.seq < event.seq)
    const views = all.filter(isView)
    const isFollowed = ({ event }: (typeof all)[number]) =>
      contacts.some((one) => one.visitorId === event.visitorId && one.ts >= event.ts && one.ts <= event.ts + 86_400_000)
    const isAgainst = ({ event }: (typeof all)[number]) =>
      cast
        .filter((vote) => vote.tabId === event.tabId && sameArticle(vote, event))
        .toSorted((a, b) => a.seq - b.seq)
        .at(-1)?.value === -1
    const failed = all.filter((one) => one.isQuickExit || one.searchedAgain || isFollowed(one) || isAgainst(one)).length
    const engaged = all.flatMap(({ engagedMs }) => engagedMs ?? [])
    const own = votes.filter((vote) => keyOf(vote.article) === key)
    const up = own.filter(({ value }) => value === 1).length
    const numbers = {
      opens: all.length,
      session_views: views.length,
      engaged_median_ms: median(engaged),
      engaged_p75_ms: p75(engaged),
      scroll_median: median(all.map(({ scroll }) => scroll))!,
      read: share(all.filter(({ isRead }) => isRead).length, all.length),
      quick_exit: share(all.filter(({ isQuickExit }) => isQuickExit).length, all.length),
      last_article: share(all.filter(({ isLast }) => isLast).length, views.length),
      search_again: share(all.filter(({ searchedAgain }) => searchedAgain).length, all.length),
      contact_after: share(views.filter(isFollowed).length, views.length),
      helpfulness: { ...share(up, own.length), low: low(up, own.length) },
      votes: share(own.length, all.length),
      failed: share(failed, all.length),
    }
    return [key, numbers]
  })
}

type Vote = Named<'help.feedback.vote'>

const sameSession = (a: HelpEvent, b: HelpEvent) => a.sessionId === b.sessionId && a.tabId === b.tabId
const sameArticle = (a: HelpEvent, b: HelpEvent) => a.article!.id === b.article!.id && a.article!.rev === b.article!.rev

/** The last of each visitor on each revision. */
export function lastVotes(votes: readonly Vote[]): Vote[] {
  return votes.filter(
    (vote) =>
      !votes.some((later) => later.visitorId === vote.visitorId && sameArticle(later, vote) && isLater(later, vote)),
  )
}

const isLater = (a: HelpEvent, b: HelpEvent) => a.ts > b.ts || (a.ts === b.ts && a.id > b.id)

/** The smaller root of (p - x)^2 = z^2 x (1 - x) / n. */
export function low(up: number, n: number): number | null {
  if (n === 0) return null
  const [p, z2] = [up / n, 1.96 ** 2]
  const [a, b, c] = [1 + z2 / n, -(2 * p + z2 / n), p * p]
  return Math.max(0, (-b - Math.sqrt(b * b - 4 * a * c)) / (2 * a))
}
