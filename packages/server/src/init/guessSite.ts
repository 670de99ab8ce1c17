import { LIMITS } from '@helptally/core'

/** The id of a help center after the name of its package, without the scope. */
export const guessSite = (name: string): string => name.replace(/^@[^/]*\//, '').slice(0, LIMITS.site) || 'docs'

export const isSite = (text: string): boolean => text.trim() === text && text.length > 0 && text.length <= LIMITS.site
