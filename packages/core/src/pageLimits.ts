import type { LIMITS } from './limits.js'

// In a file of their own for what every page loads: a bundler takes the table of all limits as a whole.
export const PAGE_LIMIT: typeof LIMITS.page = 1024
export const ARTICLE_ID_LIMIT: typeof LIMITS.articleId = 128
const LOCALE_LIMIT: typeof LIMITS.locale = 35

/** BCP 47, as far as its shape goes. */
export const LANGUAGE_TAG: RegExp = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/

/** Whether an event may carry it. */
export function isLanguageTag(text: string): boolean {
  return text.length <= LOCALE_LIMIT && LANGUAGE_TAG.test(text)
}
