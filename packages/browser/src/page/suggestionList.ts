import { LIMITS, type SuggestionView } from '@helptally/core'

const SUGGESTION = '[data-help-via="suggestion"]'
const LIST = `${SUGGESTION}[data-help-list], ${SUGGESTION} [data-help-list]`
const ITEM = '[data-help-position]'
const LINK = 'a[href], [data-help-article]'

/** The lists of suggestions on the page that have a name. */
export function suggestionLists(): readonly Element[] {
  return [...document.querySelectorAll(LIST)]
}

/** What a list offers; undefined while it is empty, or has no name. */
export function offerOf(list: Element): SuggestionView | undefined {
  const listId = list.getAttribute('data-help-list')?.slice(0, LIMITS.listId)
  const algorithm = list.closest('[data-help-algorithm]')?.getAttribute('data-help-algorithm')
  const items = list.querySelectorAll(ITEM).length || list.querySelectorAll(LINK).length
  if (!listId || items === 0) return undefined
  return {
    name: 'help.suggestion.view',
    listId,
    ...(algorithm && { algorithm: algorithm.slice(0, LIMITS.algorithm) }),
    items,
  }
}
