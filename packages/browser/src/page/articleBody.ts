import { onScreen } from './onScreen.js'

/** What may hold the text of an article, the likeliest first. */
const BODIES = ['[data-help-article-body]', 'article', 'main']

/** The element that holds the text of that article on screen. */
export function articleBody(id: string): Element {
  for (const selector of BODIES) {
    const found = onScreen(selector, id)
    if (found) return found
  }
  return document.body
}
