import type { HelpState, SiteFact } from '@helptally/browser'
import type { SimulatedTab } from '@helptally/browser/simulation'
import type { Via } from '@helptally/core'
import { withLink, withoutFollowing, withSearchBar } from './links.js'
import { SECOND_MS, type Stage } from './stage.js'

/** How the site shows the page that a link leads to: by its router, or by a load. */
export interface Following {
  /** Default `soft`. */
  readonly nav?: 'soft' | 'load'
}

/** Where a clicked link stands, and how its page is shown. */
export interface LinkHow extends Following {
  /** Where the link stands. When not said, the page that it stands on decides, as on a site without marks. */
  readonly via?: Via
}

/** A search, typed and come to rest; its options are still there. */
export interface HelpSearch extends Promise<void> {
  /** Enter on the option that leads to that page. */
  enter(path: string, how?: Following): Promise<void>
  /** A click on it. */
  click(path: string, how?: Following): Promise<void>
}

/**
 * What a reader does in one tab, with the real engine in it. Acts happen one after the other; each takes a second, within
 * which all that it leads to is counted, and which `advance()` takes into account.
 */
export class HelpTab {
  /** For what has no act here: events of the page, what is in view, the engine itself. */
  readonly page: SimulatedTab
  readonly #stage: Stage
  readonly #onOpened: (page: SimulatedTab) => HelpTab
  #behind: { readonly path: string; readonly nav: 'soft' | 'load' }[] = []
  #nav: 'soft' | 'load' = 'load'

  /** Use `openTab()` of `simulateHelp()`. */
  constructor(page: SimulatedTab, stage: Stage, onOpened: (page: SimulatedTab) => HelpTab) {
    this.page = page
    this.#stage = stage
    this.#onOpened = onOpened
  }

  /** What a site may look at: the open session, the article, the consent. */
  get state(): HelpState {
    return this.page.state
  }
  get path(): string {
    return this.page.url.pathname
  }
  /** Whether it was not closed. */
  get isOpen(): boolean {
    return this.#stage.isOpen(this.page)
  }

  /** Clicks a link: one to that path, or an element of a page that the test has drawn itself. */
  click(target: string | Element, how: LinkHow = {}): Promise<void> {
    return this.#do(async () => {
      if (typeof target === 'string') {
        withLink(target, how.via, (link) => this.page.click(link))
        return this.#follow(target, how)
      }
      withoutFollowing(target, () => this.page.click(target))
      const link = target.closest('a[href]') as HTMLAnchorElement | null
      if (link) await this.#follow(new URL(link.href).pathname, how)
    })
  }
  /** Clicks a link so that it opens in another tab, and looks at that one. */
  async openInNewTab(path: string, how: Pick<LinkHow, 'via'> = {}): Promise<HelpTab> {
    return this.#do(() => {
      withLink(path, how.via, (link) => this.page.click(link, { ctrlKey: true }))
      return this.#onOpened(this.#stage.open(path, { referrer: this.page.url.href }))
    })
  }
  /** Types into the search bar and rests for a second, which ends a search that opens nothing. */
  search(query: string, { results = 3 }: { readonly results?: number | null } = {}): HelpSearch {
    const typed = this.#do(() => {
      withSearchBar(this.path, ({ field }) => this.page.press(field, query.at(-1) ?? ' '))
      this.page.engine.showResults({ query, results })
    }, SECOND_MS)
    const choose = (path: string, how: Following, key: 'Enter' | null) => {
      const chosen = this.#do(async () => {
        withSearchBar(path, ({ field, option }) => (key ? this.page.press(field, key) : this.page.click(option)))
        await this.#follow(path, how)
      })
      return Promise.all([typed, chosen]).then(() => {})
    }
    return Object.assign(typed, {
      enter: (path: string, how: Following = {}) => choose(path, how, 'Enter'),
      click: (path: string, how: Following = {}) => choose(path, how, null),
    })
  }
  /** The site's router shows another page, unasked. */
  show(path: string): Promise<void> {
    return this.#do(() => this.#follow(path, {}))
  }
  /** Types an address, or chooses a bookmark. */
  goTo(path: string): Promise<void> {
    return this.#do(() => this.#load(path, ''))
  }
  reload(): Promise<void> {
    return this.#do(() => this.page.load(this.path, 'reload'))
  }
  /** To the page before: by the router where that had shown this one, else by a load. */
  goBack(): Promise<void> {
    return this.#do(async () => {
      const before = this.#behind.pop()
      if (!before)
        throw new Error(`[helptally] Expected a page before ${this.path}, found none: this tab began with it.`)
      const nav = this.#nav
      this.#nav = before.nav
      if (nav === 'soft') await this.page.route(before.path, 'history')
      else this.page.load(before.path, 'history', '')
    })
  }
  /** Moves the page by the wheel: an activity. */
  scroll(): Promise<void> {
    return this.#do(() => this.page.scroll())
  }
  /** Votes on the article on screen. */
  vote(value: 1 | -1): Promise<void> {
    return this.#do(() => this.page.engine.vote(value))
  }
  /** What the site tells by `track()`: that the reader asks a person, say. */
  tell(fact: SiteFact): Promise<void> {
    return this.#do(() => this.page.engine.track(fact))
  }
  /** The reader turns to something else than this browser. */
  hide(): Promise<void> {
    return this.#do(() => this.#stage.look(null))
  }
  /** The reader looks at this tab. Every act in it does that, too. */
  look(): Promise<void> {
    return this.#do(() => {})
  }
  close(): Promise<void> {
    return this.#do(() => this.#stage.close(this.page))
  }
  /** Brings the tab back that was closed, with what it remembered. */
  reopen(): Promise<void> {
    return this.#stage.act({}, () => {
      if (!this.isOpen) this.#stage.reopen(this.page)
    })
  }

  #do<T>(does: () => T | Promise<T>, lastsMs = 0): Promise<T> {
    return this.#stage.act({ tab: this.page, lastsMs }, does)
  }
  async #follow(path: string, { nav = 'soft' }: Following): Promise<void> {
    if (nav === 'load') return this.#load(path, this.page.url.href)
    this.#leave('soft')
    await this.page.route(path)
  }
  #load(path: string, referrer: string): void {
    this.#leave('load')
    this.page.load(path, 'load', referrer)
  }
  #leave(nav: 'soft' | 'load'): void {
    this.#behind.push({ path: this.path, nav: this.#nav })
    this.#nav = nav
  }
}
