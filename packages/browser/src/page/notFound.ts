import type { NotFound } from '@helptally/core'
import type { PageSeen } from '../ports/ports.js'
import { referrerHost } from './referrerHost.js'
import { saysMissing } from './saysMissing.js'

/** Finds out, each time it looks, whether the page on screen is one that does not exist: once for each address. */
export function findMissing(page: PageSeen): () => NotFound | undefined {
  const told = new Set<string>()
  return () => {
    const { pathname } = page.url()
    if (told.has(pathname) || !saysMissing()) return undefined
    told.add(pathname)
    return { name: 'help.error.not_found', referrer: referrerHost(page) }
  }
}
