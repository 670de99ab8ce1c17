import * as v from 'valibot'
import type { ArticleRef } from '../events.js'
import { EARLIEST_MS, LATEST_MS, LIMITS, MOST_THINGS } from '../limits.js'
import { LANGUAGE_TAG } from '../pageLimits.js'
import { UUID } from '../uuid.js'

type Schema<T> = v.GenericSchema<unknown, T>

export const uuid = (): Schema<string> => v.pipe(v.string(), v.regex(UUID, 'expected a UUID in lower case'))

export const text = (limit: number): Schema<string> =>
  v.pipe(
    v.string(),
    v.minLength(1, 'expected some text, got none'),
    v.maxLength(limit, `expected at most ${limit} characters`),
  )

export const languageTag = (): Schema<string> =>
  v.pipe(v.string(), v.maxLength(LIMITS.locale), v.regex(LANGUAGE_TAG, 'expected a BCP 47 language tag'))

export const instant = (): Schema<number> =>
  v.pipe(
    v.number(),
    v.integer('expected whole milliseconds'),
    v.minValue(EARLIEST_MS, 'expected epoch milliseconds, got a time before 2000'),
    v.maxValue(LATEST_MS, 'expected epoch milliseconds, got a time after 2100'),
  )

/** A whole number of things. */
export const count = (least: number): Schema<number> =>
  v.pipe(v.number(), v.integer('expected a whole number'), v.minValue(least), v.maxValue(MOST_THINGS))

/** Whole milliseconds, a day at most. */
export const duration = (): Schema<number> =>
  v.pipe(v.number(), v.integer('expected whole milliseconds'), v.minValue(0), v.maxValue(86_400_000))

export const percent = (): Schema<number> =>
  v.pipe(v.number(), v.integer('expected whole percent'), v.minValue(0), v.maxValue(100))

export const list = <T>(most: number, member: Schema<T>): Schema<readonly T[]> =>
  v.pipe(
    v.array(member),
    v.minLength(1, 'expected some members, got none'),
    v.maxLength(most, `expected at most ${most} members`),
  )

/** A host name, or nothing. */
export const host = (): Schema<string> =>
  v.pipe(
    v.string(),
    v.maxLength(LIMITS.referrer, `expected at most ${LIMITS.referrer} characters`),
    v.regex(/^[^\s/?#@]*$/, 'expected a host without scheme or path'),
  )

export const path = (): Schema<string> =>
  v.pipe(
    v.string(),
    v.maxLength(LIMITS.page, `expected at most ${LIMITS.page} characters`),
    v.regex(/^\/[^?#]*$/, 'expected a path that starts with / and has no query or fragment'),
  )

export const article = (): Schema<ArticleRef> =>
  v.strictObject({
    id: text(LIMITS.articleId),
    rev: v.optional(text(LIMITS.articleRev)),
    section: v.optional(text(LIMITS.articleSection)),
    lang: v.optional(languageTag()),
  })
