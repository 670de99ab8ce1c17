import { type ArticleRef, LIMITS } from '@helptally/core'
import { redact } from '@helptally/core/redact'
import { checkFact } from './checkFact.js'
import type { Counting } from './counting.js'
import { referrerHost } from './page/referrerHost.js'
import type { PageSeen } from './ports/ports.js'

type Fields = Parameters<Counting['note']>[0]

/** What a site told of its reader, as an event says it; undefined when it is nothing to count. */
export function factOfSite(told: unknown, article: ArticleRef | null, page: PageSeen): Fields | undefined {
  const fact = checkFact(told)
  switch (fact?.name) {
    case undefined:
      return undefined
    case 'help.error.not_found':
      return { ...fact, referrer: fact.referrer ?? referrerHost(page) }
    case 'help.feedback.vote': {
      const { comment } = fact
      return article === null
        ? undefined
        : { ...fact, article, ...(comment && { comment: redact(comment).slice(0, LIMITS.comment) }) }
    }
    default:
      return fact
  }
}
