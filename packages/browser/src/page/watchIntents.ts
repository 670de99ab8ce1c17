import type { Entry } from '@helptally/core'
import type { Ports } from '../ports/ports.js'
import { listen } from './listen.js'
import { type Provenance, provenanceOf } from './provenance.js'

/** What the reader chose, and how. */
export interface Choice extends Provenance {
  readonly entry: Entry
  /** Where it leads; null when a script decides. */
  readonly href: string | null
  /** In another tab or window. */
  readonly elsewhere: boolean
}

const SEARCH = '[data-help-search]'
const OPTION = '[role=option]'
const LINK = 'a[href]'
const MIDDLE_BUTTON = 1

/** Safari ends a composition before the Enter that confirms it; its key code still tells. */
const KEY_CODE_COMPOSING = 229
/** Between the keydown of Enter and the click that the browser makes of it. */
const CLICK_FOLLOWS_MS = 1_000

/**
 * Notes the clicks and the Enter that may open an article, here or in another tab. Whether one is shown is seen later.
 */
export function watchIntents({ trusts }: Ports, onChoice: (choice: Choice) => void): () => void {
  let enteredAt = Number.NEGATIVE_INFINITY
  const stopClicks = listen(window, ['click', 'auxclick'], (event) => {
    if (!trusts(event) || !(event instanceof MouseEvent)) return
    const chosen = closest(event, `${SEARCH} ${OPTION}, ${LINK}, [data-help-article]`)
    if (!chosen || event.button > MIDDLE_BUTTON) return
    const link = linkOf(chosen)
    // Enter on a focused link of the search box is followed by a click; it was noted by its keydown.
    if (event.detail === 0 && event.timeStamp - enteredAt < CLICK_FOLLOWS_MS) return
    const elsewhere = opensElsewhere(event, link)
    onChoice({ entry: 'article_click', href: link?.href ?? null, elsewhere, ...provenanceOf(chosen) })
  })
  const stopKeys = listen(window, ['keydown'], (event) => {
    if (!trusts(event) || !isPlainEnter(event as KeyboardEvent)) return
    const option = activeOption(event)
    if (!option) return
    enteredAt = event.timeStamp
    onChoice({ entry: 'search_enter', href: linkOf(option)?.href ?? null, elsewhere: false, ...provenanceOf(option) })
  })
  return () => {
    stopClicks()
    stopKeys()
  }
}

function isPlainEnter({ key, isComposing, keyCode, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  if (isComposing || keyCode === KEY_CODE_COMPOSING) return false
  return key === 'Enter' && !ctrlKey && !metaKey && !shiftKey && !altKey
}

/** The option of a search bar that Enter would choose: the one that the field points to, or the focused one. */
function activeOption(event: Event): Element | null {
  const field = closest(event, `${SEARCH} *`)
  if (!field) return null
  const id = field.getAttribute('aria-activedescendant')
  return id ? document.getElementById(id) : field.closest(`${OPTION}, ${LINK}`)
}

function linkOf(chosen: Element): HTMLAnchorElement | null {
  return chosen.closest<HTMLAnchorElement>(LINK) ?? chosen.querySelector<HTMLAnchorElement>(LINK)
}

function opensElsewhere(event: MouseEvent, link: HTMLAnchorElement | null): boolean {
  const otherTarget = link?.target && link.target !== '_self'
  if (event.button === MIDDLE_BUTTON) return true
  return Boolean(
    event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || otherTarget || link?.hasAttribute('download'),
  )
}

/** Sees through open shadow roots. */
function closest(event: Event, selector: string): Element | null {
  const [target] = event.composedPath()
  return target instanceof Element ? target.closest(selector) : null
}
