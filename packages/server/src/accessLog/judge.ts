import { type ArticleRef, type FindArticle, LIMITS } from '@helptally/core'
import { isbot } from 'isbot'
import { copyOf } from './copyOf.js'
import { isAsset } from './isAsset.js'
import type { LoggedRequest } from './parseLine.js'

/** Why a line is no view of an article, in the order in which it is asked. */
export const SKIPS = ['broken', 'not_get', 'not_ok', 'asset', 'not_article', 'robot'] as const
export type Skip = (typeof SKIPS)[number]

/** An article that somebody was shown. */
export interface ArticleSeen {
  /** Path without query, as an event has it. */
  readonly page: string
  readonly article: ArticleRef
}

/** What a request was: a view of an article, or why not. */
export function judge({ method, target, status, agent }: LoggedRequest, find: FindArticle): ArticleSeen | Skip {
  if (method !== 'GET') return 'not_get'
  if ((status < 200 || status > 299) && status !== 304) return 'not_ok'
  if (isAsset(target)) return 'asset'
  const page = pathOf(target)
  const article = page === null ? null : find(page)
  if (page === null || !article) return 'not_article'
  if (isRobot(agent)) return 'robot'
  const id = article.id.toWellFormed()
  return { page: page.toWellFormed().slice(0, LIMITS.page).toWellFormed(), article: { ...article, id } }
}

/** A proxy is asked for a whole address. */
function pathOf(target: string): string | null {
  const path = target.startsWith('/') ? target : URL.parse(target)?.pathname
  return path?.startsWith('/') ? path.replace(/[?#].*$/s, '') : null
}

/** A log has few user agents, over and over; and as many as somebody likes to send. */
const MOST_AGENTS = 10_000
const robots = new Map<string, boolean>()

function isRobot(agent: string | null): boolean {
  // Every browser says what it is.
  if (agent === null || agent === '') return agent === ''
  const known = robots.get(agent)
  if (known !== undefined) return known
  if (robots.size >= MOST_AGENTS) robots.clear()
  const found = isbot(agent)
  robots.set(copyOf(agent), found)
  return found
}
