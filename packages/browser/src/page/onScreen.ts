/**
 * The first such element on screen that names no other article than this. Routers may keep the pages before this one in
 * the document, hidden, and change the address before the page.
 */
export function onScreen(selector: string, articleId: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find(
    (one) => (one.dataset.helpArticleBody || articleId) === articleId && isShown(one),
  )
}

export function isShown(element: Element): boolean {
  return element.checkVisibility?.() ?? true
}
