import { createHash } from 'node:crypto'
import { LIMITS } from '@helptally/core'

/** One id of several parts; by its digest where it is longer than a fact's may be, as some of Instagram nearly are. */
export function factId(...parts: readonly string[]): string {
  const id = parts.join(':')
  return id.length <= LIMITS.platformId ? id : `sha256:${createHash('sha256').update(id).digest('hex')}`
}
