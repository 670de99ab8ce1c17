import { randomFillSync } from 'node:crypto'
import type { Nav } from '@helptally/core'
import { createEngine, type WholeEngine } from '../../src/engine.js'
import type { Head } from '../../src/head.js'
import type { HelpOptions } from '../../src/helpEngine.js'
import type { Ports } from '../../src/ports/ports.js'
import { steadyClock } from '../../src/ports/steadyClock.js'
import { type RunningEngine, startPage } from '../../src/startPage.js'
import type { FakeBrowser } from './fakeBrowser.js'
import { fakeJournal } from './fakeJournal.js'
import { fakeLocks, openFakeChannel } from './fakeLocksAndChannel.js'
import { storage } from './storage.js'

/** That of jsdom's page, so that its links are the site's. */
export const ORIGIN = location.origin
export interface OpenHow {
  readonly referrer?: string
  /** The sessionStorage that the tab starts with, as a duplicate does. */
  readonly session?: Map<string, string>
  readonly options?: Partial<HelpOptions>
  readonly hidden?: boolean
  readonly prerendering?: boolean
  /** The server answers the first document with 404. */
  readonly failed?: boolean
  /** The sessionStorage that documents of one tab share. */
  readonly store?: ReturnType<typeof storage>
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

/** One tab of a fake browser, with the real engine in it. */
export class FakeTab {
  readonly session: ReturnType<typeof storage>
  engine!: RunningEngine
  url: URL
  hidden: boolean
  prerendering: boolean
  #on = {
    visibility: new Set<() => void>(),
    leave: new Set<() => void>(),
    back: new Set<() => void>(),
    online: new Set<() => void>(),
    focus: new Set<() => void>(),
  }
  #focused = true
  /** How far down the reader has seen an element, in percent. */
  seen: (element: Element) => number = () => 0
  /** Of which half is in view. */
  inView = new Set<Element>()
  #followed = new Set<{ readonly element: Element; onHalf(isInView: boolean): void }>()
  #onNavigate = new Set<(nav: Nav) => void>()
  #listening = true

  readonly browser: FakeBrowser
  readonly how: OpenHow

  constructor(browser: FakeBrowser, path: string, how: OpenHow) {
    this.browser = browser
    this.how = how
    this.session = how.store ?? storage(new Map(how.session))
    this.url = new URL(path, ORIGIN)
    this.prerendering = how.prerendering ?? false
    this.hidden = how.hidden ?? this.prerendering
    this.#load(how.nav ?? 'load', how.referrer ?? '', how.wasDiscarded)
  }

  /** How many elements are watched for coming into view. */
  get followed(): number {
    return this.#followed.size
  }
  get state() {
    return this.engine.store.getState()
  }

  /** An event that the reader made; only this tab hears it. */
  hear(element: Element, event: Event): void {
    hearing = this
    element.dispatchEvent(event)
    hearing = null
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
    this.url = new URL(path, ORIGIN)
    for (const run of this.#onNavigate) run(nav)
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
    for (const run of this.#on.visibility) run()
  }
  setFocused(focused: boolean): void {
    this.#focused = focused
    for (const run of this.#on.focus) run()
  }
  /** The reader scrolls until half of that element is in view, or no longer is. */
  setInView(element: Element, isInView: boolean): void {
    if (isInView) this.inView.add(element)
    else this.inView.delete(element)
    for (const followed of [...this.#followed]) if (followed.element === element) followed.onHalf(isInView)
  }
  /** The prerendered page is shown: it turns visible a moment before it stops being prerendered. */
  activate(): void {
    this.setHidden(false)
    this.prerendering = false
    for (const run of this.#on.visibility) run()
  }
  /** Leaves this document; with a path, for another one in the same tab. */
  leave(): void {
    this.hidePage()
    if (!this.hidden) this.setHidden(true)
  }
  /** The first half of leaving: it is still on screen. */
  hidePage(): void {
    for (const run of this.#on.leave) run()
  }
  /** The browser throws the page away, unasked and unheard, and loads it again when the tab is looked at. */
  discard(): void {
    this.browser.locks?.delete(`help:tab:${this.state.tabId}`)
    this.#unhook()
    this.#load('history', '', true)
  }
  /** The page dies unheard; `load` brings the tab back. */
  crash(): void {
    this.browser.locks?.delete(`help:tab:${this.state.tabId}`)
    this.#unhook()
  }
  load(path: string, nav: Nav = 'load', referrer = this.url.href): void {
    this.leave()
    this.#unhook()
    this.hidden = false
    this.url = new URL(path, ORIGIN)
    this.#load(nav, referrer)
  }
  /** The network is back. */
  online(): void {
    for (const run of this.#on.online) run()
  }
  back(): void {
    this.setHidden(false)
    for (const run of this.#on.back) run()
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
    this.#listening = false
    this.engine.stop()
    for (const set of Object.values(this.#on)) set.clear()
    this.#onNavigate.clear()
  }

  #load(nav: Nav, referrer: string, wasDiscarded = false): void {
    const options: HelpOptions = {
      site: 'docs',
      articles: '/:locale/articles/:slug',
      home: '/:locale',
      ...this.how.options,
    }
    this.#listening = true
    const usual = this.browser.offers(this.#ports(nav, referrer, wasDiscarded))
    const ports = this.how.ports?.(usual) ?? usual
    const create = (head: Head): WholeEngine => createEngine(ports, head)
    const page = Object.create(ports.page, this.how.lacksNavigationApi ? { onNavigate: { value: null } } : {})
    this.engine = startPage(options, { ...ports, page }, () => (this.how.loads ?? atOnce)(create))
  }

  #ports(nav: Nav, referrer: string, wasDiscarded: boolean): Ports {
    const { browser } = this
    const tab = this
    const loadedPath = this.url.pathname
    const hook =
      <T>(set: Set<T>) =>
      (run: T) => {
        set.add(run)
        return () => set.delete(run)
      }
    return {
      clock: steadyClock({
        wall: () => browser.now,
        mono: () => browser.mono,
        after: (ms, run) => browser.timer(ms, () => tab.#listening && run()),
      }),
      random: (bytes) => randomFillSync(bytes),
      sessionStore: browser.blocksCookies ? null : this.session,
      localStore: browser.blocksCookies ? null : browser.local,
      cookies: {
        read: () => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        write(cookie) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
          if (!browser.blocksCookies) browser.cookies.set(name!, value!)
        },
      },
      locks: fakeLocks(browser),
      openChannel: (onMessage) => openFakeChannel(browser, onMessage),
      lifecycle: {
        get prerendering() {
          return tab.prerendering
        },
        get hidden() {
          return tab.hidden
        },
        onVisibility: hook(this.#on.visibility),
        onLeave: hook(this.#on.leave),
        onReturn: hook(this.#on.back),
        onOnline: hook(this.#on.online),
      },
      focus: { has: () => tab.#focused, onChange: hook(this.#on.focus) },
      sight: {
        measure(element, onMeasured) {
          // As it is laid out now; it is told a little later.
          const share = tab.seen(element)
          return browser.timer(0, () => tab.#listening && onMeasured(share))
        },
        follow(element, onHalf) {
          const follow = { element, onHalf }
          tab.#followed.add(follow)
          const cancel = browser.timer(0, () => onHalf(tab.inView.has(element)))
          return () => {
            cancel()
            tab.#followed.delete(follow)
          }
        },
      },
      page: {
        url: () => tab.url,
        get loadedBy() {
          return tab.url.pathname === loadedPath ? nav : 'soft'
        },
        wasDiscarded,
        referrer,
        get failed() {
          return tab.url.pathname === loadedPath && tab.how.failed === true
        },
        locale: 'en',
        onNavigate: hook(this.#onNavigate),
      },
      async send(_url, body) {
        browser.requests++
        const reply = await browser.answer()
        return reply.status === 202 ? { ...reply, ...browser.take(body) } : reply
      },
      sendLater: null,
      journal: browser.blocksCookies ? null : fakeJournal(browser),
      whenIdle: () => {},
      trusts: () => hearing === tab,
      isDriven: false,
      refusesBySignal: browser.refusesBySignal,
    }
  }
}

let hearing: FakeTab | null = null

// biome-ignore lint/suspicious/noThenProperty: a promise would never be there at once
const atOnce: Loads = (code) => ({ then: (use) => use!(code) as never })
