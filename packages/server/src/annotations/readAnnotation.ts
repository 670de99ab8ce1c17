import { EARLIEST_MS, LATEST_MS, LIMITS } from '@helptally/core'
import { parseMoment } from '../reports/parseMoment.js'
import { ANNOTATION_KINDS, type AnnotationKind, type NewAnnotation } from './annotation.js'

const MAX_TEXT = 200

/** An annotation as a body says it, or what is wrong with it. `now`: epoch ms. */
export function readAnnotation(body: unknown, now: number): Omit<NewAnnotation, 'id' | 'by'> | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'expected an object with kind and text'
  const { at: when, kind, text, article = '' } = body as Readonly<Record<string, unknown>>
  const at = when === undefined ? now : typeof when === 'number' ? when : momentOf(when)
  if (at === null || !Number.isSafeInteger(at) || at < EARLIEST_MS || at > LATEST_MS) {
    return 'at: expected an instant such as 2026-11-01T09:30:00Z, or epoch milliseconds'
  }
  if (!isKind(kind)) return `kind: expected ${ANNOTATION_KINDS.join(', ')}`
  if (typeof text !== 'string' || text.trim() === '' || text.trim().length > MAX_TEXT) {
    return `text: expected what was done, at most ${MAX_TEXT} characters`
  }
  if (typeof article !== 'string' || article.length > LIMITS.articleId) {
    return `article: expected the id of an article, at most ${LIMITS.articleId} characters`
  }
  return { at, kind, text: text.toWellFormed().trim(), article: article.toWellFormed().trim() }
}

const isKind = (kind: unknown): kind is AnnotationKind => ANNOTATION_KINDS.includes(kind as AnnotationKind)

/** A date alone is no moment. */
const momentOf = (text: unknown): number | null =>
  typeof text === 'string' && text.includes('T') ? parseMoment(text, 'UTC') : null
