import { isShown } from './onScreen.js'

/** Put on the page that says "not found", so that it never counts as an article. */
const MARK = '[data-help-missing]'

/** Whether the page on screen says that it does not exist. */
export function saysMissing(): boolean {
  return [...document.querySelectorAll(MARK)].some(isShown)
}
