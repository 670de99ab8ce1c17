import type { FindArticle } from '../articlePattern.js'
import type { Place } from '../counting.js'
import type { Page } from '../ports/ports.js'

const MAX_PATH = 1_024
const LANGUAGE_TAG = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i

/** Where an event happens: the page on screen, or the one at `url`. Query and fragment stay out, they may hold secrets. */
export function placeAt(page: Page, find: FindArticle, url: URL = page.url()): Place {
  const path = url.pathname.slice(0, MAX_PATH)
  return { page: path, article: find(url.pathname), ...(LANGUAGE_TAG.test(page.locale) && { locale: page.locale }) }
}
