import { isShown } from './onScreen.js'

/** Put on the page that says "not found", which never counts as an article; the first is its older name. */
const MARK = '[data-help-missing], [data-help-not-found]'

/** Whether the page on screen says that it does not exist. */
export function saysMissing(): boolean {
  return [...document.querySelectorAll(MARK)].some(isShown)
}
