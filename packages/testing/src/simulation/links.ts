import type { Via } from '@helptally/core'

/** Puts a link into the document while it is chosen. Where it stands is what counts. */
export function withLink<T>(path: string, via: Via | undefined, choose: (link: HTMLElement) => T): T {
  const place = document.createElement('div')
  if (via) place.dataset.helpVia = via
  const link = document.createElement('a')
  link.setAttribute('href', path)
  place.append(link)
  return inDocument(place, () => choose(link))
}

export interface SearchBar {
  readonly field: HTMLElement
  /** The one that the field points to. */
  readonly option: HTMLElement
}

const OPTION_ID = 'helptally-option'

/** Puts a search bar into the document, whose one option leads to that page. */
export function withSearchBar<T>(path: string, use: (bar: SearchBar) => T): T {
  const bar = document.createElement('div')
  bar.dataset.helpSearch = ''
  const field = document.createElement('input')
  field.setAttribute('aria-activedescendant', OPTION_ID)
  const option = document.createElement('a')
  option.id = OPTION_ID
  option.setAttribute('role', 'option')
  option.setAttribute('href', path)
  bar.append(field, option)
  return inDocument(bar, () => use({ field, option }))
}

/** A link of the site's own; the simulated tab goes where it leads, and jsdom nowhere. */
export function withoutFollowing<T>(element: Element, choose: () => T): T {
  const prevent = (event: Event) => event.preventDefault()
  element.addEventListener('click', prevent)
  try {
    return choose()
  } finally {
    element.removeEventListener('click', prevent)
  }
}

function inDocument<T>(element: HTMLElement, use: () => T): T {
  document.body.append(element)
  try {
    return withoutFollowing(element, use)
  } finally {
    element.remove()
  }
}
