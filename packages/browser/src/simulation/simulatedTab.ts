import type { Nav } from '@helptally/core'
import { createEngine, type WholeEngine } from '../engine.js'
import type { Head } from '../head.js'
import type { HelpOptions, HelpState } from '../helpEngine.js'
import { lockName } from '../lockName.js'
import type { Ports } from '../ports/ports.js'
import { type RunningEngine, startPage } from '../startPage.js'
import type { SimulatedBrowser } from './simulatedBrowser.js'
import { type SimulatedStorage, storage } from './storage.js'
import { newTabSide, type TabSide, tabPorts } from './tabPorts.js'

export interface OpenHow {
  readonly referrer?: string
  /** The sessionStorage that the tab starts with, as a duplicate does. */
  readonly session?: Map<string, string>
  /** Of a site `docs`, whose articles live at `/:locale/articles/:slug`, when not said. */
  readonly options?: Partial<HelpOptions>
  readonly hidden?: boolean
  readonly prerendering?: boolean
  /** The server answers the first document with 404. */
  readonly failed?: boolean
  /** The sessionStorage that documents of one tab share. */
  readonly store?: SimulatedStorage
  /** How the first document came about; `load` when not said. */
  readonly nav?: Nav
  readonly wasDiscarded?: boolean
  /** What the browser offers here beyond, or short of, the usual. */
  ports?(usual: Ports): Ports
  /** Only the engine can tell of soft navigations. */
  readonly lacksNavigationApi?: boolean
  /** How the code of the engine comes; at once when not said. */
  readonly loads?: Loads
}

export type Loads = <T>(code: T) => PromiseLike<T>

/** One tab of a simulated browser, with the real engine in it. Links and fields are those of the document of whoever drives it. */
export class SimulatedTab {
  readonly browser: SimulatedBrowser
  readonly how: OpenHow
  readonly session: SimulatedStorage
  engine!: RunningEngine
  url: URL
  hidden: boolean
  prerendering: boolean
  /** How far down the reader has seen an element, in percent. */
  seen: (element: Element) => number = () => 0
  /** Of which half is in view. */
  inView: Set<Element> = new Set()
  #side: TabSide = newTabSide()

  constructor(browser: SimulatedBrowser, path: string, how: OpenHow) {
    this.browser = browser
    this.how = how
    this.session = how.store ?? storage(new Map(how.session))
    this.url = new URL(path, location.origin)
    this.prerendering = how.prerendering ?? false
    this.hidden = how.hidden ?? this.prerendering
    this.#load(how.nav ?? 'load', how.referrer ?? '', how.wasDiscarded)
  }

  /** How many elements are watched for coming into view. */
  get followed(): number {
    return this.#side.followed.size
  }
  get state(): HelpState {
    return this.engine.store.getState()
  }

  /** An event that the reader made; only this tab hears it. */
  hear(element: Element, event: Event): void {
    this.browser.hearing = this
    element.dispatchEvent(event)
    this.browser.hearing = null
  }
  /** A click that a trusted pointer made; only this tab hears it. */
  click(element: Element, init: MouseEventInit = {}): void {
    this.hear(element, new Event('pointerdown', { bubbles: true }))
    this.hear(element, new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, ...init }))
  }
  /** The middle button fires no `click`. */
  middleClick(element: Element): void {
    this.hear(element, new Event('pointerdown', { bubbles: true }))
    this.hear(element, new MouseEvent('auxclick', { bubbles: true, cancelable: true, detail: 1, button: 1 }))
  }
  press(element: Element, key: string, init: KeyboardEventInit = {}): void {
    this.hear(element, new KeyboardEvent('keydown', { key, bubbles: true, ...init }))
  }
  scroll(): void {
    this.hear(document.body, new Event('wheel', { bubbles: true }))
  }
  /** The page moves, by momentum or by a script: browsers trust both. */
  scrollBy(): void {
    this.hear(document.body, new Event('scroll', { bubbles: true }))
  }
  /** The site's router shows another page in this document. */
  async route(path: string, nav: Nav = 'soft'): Promise<void> {
    this.url = new URL(path, location.origin)
    for (const run of this.#side.onNavigate) run(nav)
    await this.browser.advance(0)
  }
  /** A click on a link, and the route it leads to. */
  async follow(path: string, attributes = ''): Promise<void> {
    document.body.innerHTML = `<main ${attributes}><a href="${path}">link</a></main>`
    this.click(document.querySelector('a')!)
    await this.route(path)
  }
  setHidden(hidden: boolean): void {
    this.hidden = hidden
    for (const run of this.#side.on.visibility) run()
  }
  setFocused(focused: boolean): void {
    this.#side.isFocused = focused
    for (const run of this.#side.on.focus) run()
  }
  /** The reader scrolls until half of that element is in view, or no longer is. */
  setInView(element: Element, isInView: boolean): void {
    if (isInView) this.inView.add(element)
    else this.inView.delete(element)
    for (const followed of [...this.#side.followed]) if (followed.element === element) followed.onHalf(isInView)
  }
  /** The prerendered page is shown: it turns visible a moment before it stops being prerendered. */
  activate(): void {
    this.setHidden(false)
    this.prerendering = false
    for (const run of this.#side.on.visibility) run()
  }
  /** Leaves this document; with a path, for another one in the same tab. */
  leave(): void {
    this.hidePage()
    if (!this.hidden) this.setHidden(true)
  }
  /** The first half of leaving: it is still on screen. */
  hidePage(): void {
    for (const run of this.#side.on.leave) run()
  }
  /** The browser throws the page away, unasked and unheard, and loads it again when the tab is looked at. */
  discard(): void {
    this.browser.locks?.delete(lockName(this.state.tabId!))
    this.#unhook()
    this.#load('history', '', true)
  }
  /** The page dies unheard; `load` brings the tab back. */
  crash(): void {
    this.browser.locks?.delete(lockName(this.state.tabId!))
    this.#unhook()
  }
  load(path: string, nav: Nav = 'load', referrer: string = this.url.href): void {
    this.leave()
    this.#unhook()
    this.hidden = false
    this.url = new URL(path, location.origin)
    this.#load(nav, referrer)
  }
  /** The network is back. */
  online(): void {
    for (const run of this.#side.on.online) run()
  }
  back(): void {
    this.setHidden(false)
    for (const run of this.#side.on.back) run()
  }
  close(): void {
    this.leave()
    this.vanish()
  }
  /** The document is gone, unheard: a crash, or the end of a page that was left. */
  vanish(): void {
    this.#unhook()
  }

  #unhook(): void {
    this.#side.isListening = false
    this.engine.stop()
    for (const set of Object.values(this.#side.on)) set.clear()
    this.#side.onNavigate.clear()
  }

  #load(nav: Nav, referrer: string, wasDiscarded = false): void {
    const options: HelpOptions = {
      site: 'docs',
      articles: '/:locale/articles/:slug',
      home: '/:locale',
      ...this.how.options,
    }
    this.#side.isListening = true
    const usual = this.browser.offers(tabPorts(this, this.#side, { nav, referrer, wasDiscarded }))
    const ports = this.how.ports?.(usual) ?? usual
    const create = (head: Head): WholeEngine => createEngine(ports, head)
    const page = Object.create(ports.page, this.how.lacksNavigationApi ? { onNavigate: { value: null } } : {})
    this.engine = startPage(options, { ...ports, page }, () => (this.how.loads ?? atOnce)(create))
  }
}

// biome-ignore lint/suspicious/noThenProperty: a promise would never be there at once
const atOnce: Loads = (code) => ({ then: (use) => use!(code) as never })
