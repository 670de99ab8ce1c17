import { stopHelp } from '@helptally/browser'

/** What the engine stores: the reader's choice, the tab, the visitor. */
const CHOICE_COOKIE = 'help_choice'
const TAB_KEY = 'help.tab'
const VISITOR_KEY = 'help.visitor'

/** Stops the engine of this page and removes all that it stored, so that the next test meets a new reader in a new tab. */
export function resetHelp(): void {
  stopHelp()
  if (typeof document === 'undefined') return
  sessionStorage.removeItem(TAB_KEY)
  localStorage.removeItem(VISITOR_KEY)
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no Cookie Store API
  document.cookie = `${CHOICE_COOKIE}=; Path=/; Max-Age=0`
}
