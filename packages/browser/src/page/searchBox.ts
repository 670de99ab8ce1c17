import type { FindArticle } from '@helptally/core'
import type { ShownResults } from '../helpEngine.js'
import type { Heard } from './heard.js'

/** The search boxes of a page that their site has not marked, as the reader uses them. */
export interface SearchBox {
  /** What was heard, with the marks that the site would have made where it is a key in such a box or a choice of a result. */
  marked(heard: Heard): Heard
  /** Another article is shown, or none. */
  close(): void
}

export interface SearchBoxParts {
  soon(run: () => void): void
  readonly find: FindArticle
  readonly isHome: (pathname: string) => boolean
  /** There are other words in the field, on a page of help. */
  onWords(shown: ShownResults): void
}

/** What was done before the code for it came, */
export interface Missed {
  readonly since: readonly Heard[]
  /** and what was on the page before that. */
  readonly before: WeakSet<Element>
}

/** What tells of its searches itself. */
const MARKED = '[data-help-search]'
const TYPES = ['search', 'text']
const FIELD =
  '[type=search], [role=searchbox], [role=search] *, search *, form[action*=search] *, [name=q], [role=combobox]:not(form *)'
const NAMES = ['name', 'id', 'placeholder', 'aria-label', 'title']
const SEARCH = /(?<!re)search|busca|b[uú]squeda|pesquis|recherche|suche|ricerca|zoek|поиск|搜|検索|검색/i
const TYPED_IN = 'input, textarea, select, [contenteditable]'
const LANDMARK = 'nav, aside, footer, main, article'
const BOX = 'dialog, [role=dialog], search, [role=search]'
const OPTION = '[role=option]'
const LINK = 'a[href]'
/** What a result is, the surest mark first. */
const RESULTS = [OPTION, '[aria-selected]', LINK]

type Path = readonly EventTarget[]

/** This chunk imports nothing, or the engine would be cut in two for what they share. */
export function findSearchBox({ soon, find, isHome, onWords }: SearchBoxParts, missed: Missed): SearchBox {
  /** The first act in its field, while the page is the same, and what was on the page before. */
  let begun: (Heard & { readonly before: WeakSet<Element> }) | undefined
  let early: WeakSet<Element> | undefined = missed.before
  let words = ''
  const begin = (heard: Heard) => {
    if (begun?.path[0] === heard.path[0] && begun?.url.pathname === heard.url.pathname) return
    begun = { ...heard, before: early ?? new WeakSet(document.getElementsByTagName('*')) }
    words = ''
  }
  const read = ({ path, url }: Heard) => {
    const { value } = path[0] as HTMLInputElement
    if (words === value || !isOfHelp(url.pathname)) return
    words = value
    let seen: number | null = null
    onWords({
      query: words,
      // Asked for when the search is told: they come after the words, and go when one is chosen.
      get results() {
        seen = (begun && resultsSince(begun.before)) ?? seen
        return seen
      },
    })
  }
  /** The home page, an article, or what articles lie below: other pages of a site search for other things. */
  const isOfHelp = (pathname: string) =>
    isHome(pathname) || find(pathname) !== null || find(`${pathname.replace(/\/$/, '')}/a`) !== null
  /** Whether the search has brought it onto the page, wherever it is drawn. */
  const isResult = ({ path, url }: Heard) =>
    begun?.url.pathname === url.pathname &&
    !is(path[0], TYPED_IN) &&
    (!begun.before.has(path[0] as Element) || isOption(path, begun.path)) &&
    // What came to another part of the page did not come of the search.
    path.every((one) => !is(one, LANDMARK) || begun!.path.includes(one))
  const marked = (heard: Heard) => {
    const { type } = heard.event
    if (!/click|down/.test(type)) return heard
    if (!isSearchField(heard.path)) return isResult(heard) ? withMarks(heard, heard.path[0]) : heard
    begin(heard)
    if (type !== 'keydown') return heard
    if ((heard.event as KeyboardEvent).key === 'Enter') read(heard)
    soon(() => read(heard))
    return withMarks(heard, heard.active)
  }
  missed.since.forEach(marked)
  early = undefined
  return {
    marked,
    close() {
      begun = undefined
    },
  }
}

/** Whether it is a result by where it stands, whenever it was drawn. */
function isOption(path: Path, field: Path): boolean {
  return Boolean(
    closest(path, OPTION) || (closest(path, LINK) && path.some((one) => is(one, BOX) && field.includes(one))),
  )
}

function isSearchField(path: Path): boolean {
  const [field] = path
  return (
    field instanceof HTMLInputElement &&
    TYPES.includes(field.type) &&
    !closest(path, MARKED) &&
    (is(field, FIELD) || NAMES.some((name) => SEARCH.test(field.getAttribute(name) ?? '')))
  )
}

/** `chosen`: what was clicked, or what Enter would choose, if the page says so. */
function withMarks(heard: Heard, chosen: EventTarget | null | undefined): Heard {
  const box = document.createElement('div')
  box.dataset.helpSearch = ''
  const result = box.appendChild(document.createElement('div'))
  result.dataset.helpArticle = ''
  const element = chosen instanceof Element ? chosen : null
  const link = element?.closest(LINK) ?? element?.querySelector(LINK)
  if (link) result.append(link.cloneNode())
  const option = element?.closest(OPTION)
  const options = option?.closest('[role=listbox]')?.querySelectorAll(OPTION)
  if (options) box.dataset.helpPosition = String([...options].indexOf(option!) + 1)
  return heard.event.type === 'keydown'
    ? { ...heard, path: [...heard.path, box], active: result }
    : { ...heard, path: [...(closest(heard.path, LINK) ? [] : [result]), ...heard.path, box] }
}

/** How many results have come; null when nothing says what a result is. */
function resultsSince(before: WeakSet<Element>): number | null {
  for (const mark of RESULTS) {
    const seen = [...document.querySelectorAll(mark)].filter((one) => !before.has(one))
    if (seen[0]) return seen.length
  }
  return null
}

function closest(path: Path, selector: string): EventTarget | undefined {
  return path.find((one) => is(one, selector))
}

function is(one: EventTarget | undefined, selector: string): boolean {
  return one instanceof Element && one.matches(selector)
}
