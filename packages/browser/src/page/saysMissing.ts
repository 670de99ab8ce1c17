/** Put on the page that says "not found", so that it never counts as an article. */
const MARK = '[data-help-missing]'

/** Whether the page on screen says that it does not exist. Routers may keep the pages before it in the document, hidden. */
export function saysMissing(): boolean {
  return [...document.querySelectorAll(MARK)].some((mark) => mark.checkVisibility?.() ?? true)
}
