import type { Entry } from '@helptally/core'
import { closestOn, type Heard } from './heard.js'
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
const CHOSEN = `${LINK}, [data-help-article]`
const MIDDLE_BUTTON = 1

/** Safari ends a composition before the Enter that confirms it; its key code still tells. */
const KEY_CODE_COMPOSING = 229
/** Between the keydown of Enter and the click that the browser makes of it. */
const CLICK_FOLLOWS_MS = 1_000

type Path = readonly EventTarget[]

/**
 * Notes the clicks and the Enter that may open an article, here or in another tab. Whether one is shown is seen later.
 */
export function findIntents(onChoice: (choice: Choice) => void): (heard: Heard) => void {
  let enteredAt = Number.NEGATIVE_INFINITY
  const onClick = (event: MouseEvent, path: Path) => {
    const chosen = chosenOn(path)
    if (!chosen || event.button > MIDDLE_BUTTON) return
    const link = linkOn(chosen)
    // Enter on a focused link of the search box is followed by a click; it was noted by its keydown.
    if (event.detail === 0 && event.timeStamp - enteredAt < CLICK_FOLLOWS_MS) return
    const elsewhere = opensElsewhere(event, link)
    onChoice({ entry: 'article_click', href: link?.href ?? null, elsewhere, ...provenanceOf(chosen) })
  }
  const onKey = (event: KeyboardEvent, heard: Heard) => {
    const option = isPlainEnter(event) && activeOption(heard)
    if (!option) return
    enteredAt = event.timeStamp
    const href = linkOn(option)?.href ?? null
    onChoice({ entry: 'search_enter', href, elsewhere: false, ...provenanceOf(option) })
  }
  return (heard) => {
    const { event, path } = heard
    if (event.type === 'keydown') onKey(event as KeyboardEvent, heard)
    else if (event instanceof MouseEvent && event.type.endsWith('click')) onClick(event, path)
  }
}

/** The path from the link or option that was clicked. */
function chosenOn(path: Path): Path | undefined {
  const found = [closestOn(path, CHOSEN), closestOn(path, SEARCH) && closestOn(path, OPTION)]
  const index = path.findIndex((one) => found.includes(one as Element))
  return index < 0 ? undefined : path.slice(index)
}

function isPlainEnter({ key, isComposing, keyCode, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  if (isComposing || keyCode === KEY_CODE_COMPOSING) return false
  return key === 'Enter' && !ctrlKey && !metaKey && !shiftKey && !altKey
}

/** The option of a search bar that Enter would choose: the one that the field points to, or the focused one. */
function activeOption({ path, active }: Heard): Path | undefined {
  const [field, ...above] = path
  if (!(field instanceof Element) || !closestOn(above, SEARCH)) return undefined
  const option = active ?? closestOn(path, `${OPTION}, ${LINK}`)
  // An engine that comes late hears of it when the list may be gone from the page; the field was in its box then.
  return option ? [...pathFrom(option), ...above] : undefined
}

function pathFrom(element: Element): Path {
  const path: Element[] = []
  for (let one: Element | null = element; one; one = one.parentElement) path.push(one)
  return path
}

function linkOn(path: Path): HTMLAnchorElement | null {
  const [chosen] = path as readonly Element[]
  return (closestOn(path, LINK) ?? chosen!.querySelector(LINK)) as HTMLAnchorElement | null
}

function opensElsewhere(event: MouseEvent, link: HTMLAnchorElement | null): boolean {
  const otherTarget = link?.target && link.target !== '_self'
  if (event.button === MIDDLE_BUTTON) return true
  return Boolean(
    event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || otherTarget || link?.hasAttribute('download'),
  )
}
