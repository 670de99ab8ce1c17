import type { Article, Choice, Entry, LoadedBy, PageShown } from '../trace.js'
import { type Document, pathOf } from './document.js'
import { type ModelTab, newTab, type Entry as Visited } from './modelTab.js'
import { type Going, PROVEN_MS, SENT_MS, Stage } from './stage.js'

const MOST_TABS = 6
/** The restored page is shown before the page that was on screen hears that it goes (sessions.md 0.2). */
const SHOWN_BEFORE_GONE_MS = 3
/** After a failure the outbox tries again within a minute, and what comes meanwhile waits with the rest. */
const SENT_AGAIN_MS = 61_000

/** Plays what a reader and a browser do against the real engine. */
export class ModelBrowser extends Stage {
  #closed: ModelTab[] = []
  #queries = 0

  // What the reader does on a page.

  touch(tab: ModelTab, how: 'key' | 'wheel' | 'pointer'): void {
    this.note(tab, { what: 'touch' })
    const { page } = tab.document!
    if (how === 'key') page.press(document.body, 'a')
    if (how === 'wheel') page.scroll()
    if (how === 'pointer') page.click(this.site.element('button'))
  }
  type(tab: ModelTab): void {
    const query = `q${String(++this.#queries).padStart(3, '0')}`
    this.note(tab, { what: 'touch' })
    this.note(tab, { what: 'type', query })
    tab.document!.page.press(this.site.field(), 'x')
    tab.document!.page.engine.showResults({ query, results: 3 })
  }
  vote(tab: ModelTab): void {
    this.touch(tab, 'pointer')
    this.note(tab, { what: 'vote' })
    tab.document!.page.engine.vote(1)
  }
  /** A link or an option, and where it leads: by the router, by a load, or nowhere. */
  async follow(
    tab: ModelTab,
    link: { id: string; to: PageShown; entry: Entry; way: number; slowMs: number },
  ): Promise<void> {
    this.#choose(tab, link, 'here')
    const lands = link.way % 6
    if (lands === 0) return
    if (lands < 3) return this.navigate(tab, { to: link.to, by: 'link', kept: lands === 1, slowMs: link.slowMs })
    await this.pass(link.slowMs)
    await this.route(tab, link.to, 'soft')
  }
  async route(tab: ModelTab, to: PageShown, nav: 'soft' | 'history'): Promise<void> {
    this.note(tab, { what: 'route', page: to, back: nav === 'history' })
    tab.shows = to
    await tab.document!.page.route(pathOf(to), nav)
  }
  async answerBanner(tab: ModelTab, choice: Choice): Promise<void> {
    // A choice that no cookie keeps holds for one page: that has a test of its own.
    if (!this.world.storage) return
    // Where tabs cannot talk, which of them a refusal had reached before it was withdrawn depends on when each sent something.
    const others = this.documents.filter(({ life }) => life !== 'gone').length - 1
    if (!this.world.channel && this.choice === 'refused' && choice === 'granted' && others > 0) return
    this.touch(tab, 'pointer')
    this.note(tab, { what: 'answer the banner', choice })
    if (!this.world.privacySignal) this.choice = choice
    tab.document!.page.engine.setConsent(choice)
    await this.pass(3 * this.world.busyMs)
    this.answeredAt = this.fake.mono
    this.requestsWhenAnswered = this.collector.requests
  }

  // Tabs and windows.

  async openTab({ to, by, seen }: { to: PageShown; by: LoadedBy; seen: boolean }, referrer = ''): Promise<void> {
    if (this.tabs.length >= MOST_TABS) return
    const tab = newTab(++this.tabsEver)
    this.tabs.push(tab)
    await this.load(tab, { to, by }, { seen, referrer })
  }
  async openElsewhere(tab: ModelTab, to: Article, way: number): Promise<void> {
    if (this.tabs.length >= MOST_TABS || this.#mayBeAskedFor(to)) return
    const id = way % 4 === 3 ? `option-${to}` : way % 4 === 2 ? `blank-${to}` : `link-${to}`
    const how = way % 4 === 2 ? 'plain' : (['ctrl', 'middle', 'shift'] as const)[way % 3]!
    this.#choose(tab, { id, to, entry: 'article_click' }, 'elsewhere', how)
    await this.hasEngine(tab.document!)
    return this.openTab({ to, by: 'link', seen: way > 5 }, tab.document!.page.url.href)
  }
  /** A window that knows its opener starts with a copy of its storage. */
  async openWindow(tab: ModelTab, to: Article, how: 'named' | 'script'): Promise<void> {
    if (!this.#mayCopy() || this.#mayBeAskedFor(to)) return
    await this.#proven(tab)
    if (how === 'script') this.touch(tab, 'pointer')
    else this.#choose(tab, { id: `named-${to}`, to, entry: 'article_click' }, 'elsewhere')
    await this.hasEngine(tab.document!)
    await this.#openCopy(tab, { to, by: 'link' }, tab.document!.page.url.href)
  }
  /** Each copy is in front for a moment. */
  async duplicate(tab: ModelTab, times: number): Promise<void> {
    // A tab without a document has nobody to defend its id.
    if (!tab.document || !this.wasSeen(tab) || !this.#mayCopy()) return
    await this.#proven(tab)
    for (let n = 0; n < times; n++) await this.#openCopy(tab, { to: tab.shows, by: 'history' }, '')
  }
  async close(tab: ModelTab): Promise<void> {
    await this.#copiesProven(tab)
    if (tab.document) await this.leave(tab, tab.document, { kept: false })
    this.tabs.splice(this.tabs.indexOf(tab), 1)
    for (const { kept } of [...tab.behind.splice(0), ...tab.ahead.splice(0)]) kept?.vanish()
    if (this.front === tab) this.front = null
    this.#closed.push(tab)
  }
  async reopen(): Promise<void> {
    if (this.tabs.length >= MOST_TABS) return
    const closed = this.#closed.pop()
    if (!closed) return
    const tab = newTab(closed.number, closed.store.items)
    this.tabs.push(tab)
    await this.load(tab, { to: closed.shows, by: 'history' }, { seen: true, referrer: '' })
    // After a crash nobody has handed the tab over: a page that leaves before its proof is one of a new tab.
    if (!closed.document) await this.pass(PROVEN_MS)
  }
  async crash(tab: ModelTab): Promise<void> {
    if (this.world.clock !== 'right' && this.world.clock !== 'set forward') return
    await this.look(tab)
    if (!tab.document) return
    // What a crash may lose is bounded elsewhere: here the last input was stored, and everything was sent.
    await this.pass(SENT_MS)
    this.touch(tab, 'key')
    await this.#allSent()
    await this.vanish(tab)
  }
  async discard(tab: ModelTab): Promise<void> {
    if (this.world.clock !== 'right' && this.world.clock !== 'set forward') return
    if (tab === this.front || !tab.document || !this.wasSeen(tab) || this.world.sideBySide) return
    await this.#allSent()
    await this.vanish(tab)
    tab.wasDiscarded = true
  }

  // Where the reader goes and looks.

  async navigate(tab: ModelTab, going: Going): Promise<void> {
    await this.#copiesProven(tab)
    const { document: before, shows } = tab
    const kept = (going.kept ?? false) && this.#mayKeep(before)
    const referrer = going.by === 'link' ? before!.page.url.href : ''
    if (before) await this.leave(tab, before, { kept })
    if (going.by !== 'reload') {
      tab.behind.push({ shows, kept: kept ? before : null })
      for (const entry of tab.ahead.splice(0)) entry.kept?.vanish()
    }
    await this.pass(going.slowMs ?? 0)
    await this.load(tab, going, { seen: true, referrer })
  }
  async goThroughHistory(tab: ModelTab, from: Visited[], to: Visited[]): Promise<void> {
    const entry = from.pop()
    if (!entry) return
    await this.#copiesProven(tab)
    const { document: before, shows } = tab
    const kept = this.#mayKeep(before)
    to.push({ shows, kept: kept ? before : null })
    tab.shows = entry.shows
    if (!entry.kept) {
      await this.leave(tab, before!, { kept })
      return this.load(tab, { to: entry.shows, by: 'history' }, { seen: true, referrer: '' })
    }
    await this.hasEngine(before!)
    // One act of the reader: what the page that goes had to say belongs before it.
    this.note(tab, { what: 'leave', kept }, before!, SHOWN_BEFORE_GONE_MS)
    tab.document = entry.kept
    entry.kept.appearedAt = this.fake.mono
    this.note(tab, { what: 'come back' })
    entry.kept.page.setHidden(false)
    entry.kept.page.back()
    entry.kept.thaw()
    await this.pass(SHOWN_BEFORE_GONE_MS)
    await this.go(before!, { kept })
  }

  /** Everything is closed, and every event has had its time to arrive. */
  async end(): Promise<void> {
    for (const tab of [...this.tabs]) await this.close(tab)
    await this.pass(SENT_AGAIN_MS)
    for (const each of this.documents) if (each.life !== 'gone') each.vanish()
  }

  #choose(
    tab: ModelTab,
    { id, to, entry }: { id: string; to: PageShown; entry: Entry },
    where: 'here' | 'elsewhere',
    how: 'plain' | 'ctrl' | 'middle' | 'shift' = 'plain',
  ): void {
    const { page } = tab.document!
    const option = id.startsWith('option')
    this.note(tab, { what: 'touch' })
    this.note(tab, { what: 'choose', entry, to, option, where })
    const element = this.site.element(id)
    if (entry === 'search_enter') page.press(this.site.field(to!), 'Enter')
    else if (how === 'middle') page.middleClick(element)
    else page.click(element, { ctrlKey: how === 'ctrl', shiftKey: how === 'shift' })
  }
  async #openCopy(of: ModelTab, going: Going, referrer: string): Promise<void> {
    if (!this.#mayCopy()) return
    const tab = newTab(++this.tabsEver, of.store.items)
    this.tabs.push(tab)
    of.copiedAt = this.fake.mono
    tab.copiedAt = this.fake.mono
    await this.load(tab, going, { seen: true, referrer, copyOf: of.number })
  }
  #mayBeAskedFor(to: PageShown): boolean {
    return this.documents.some(({ life, asksFor }) => life !== 'gone' && asksFor === to)
  }
  /** Nobody copies a page within a second of its appearance: it has no proof yet that the tab is its own. */
  #proven({ document }: ModelTab): Promise<void> {
    return this.pass(Math.max(0, document!.appearedAt + PROVEN_MS - this.fake.mono))
  }
  /** Whoever copies a tab and ends it in one breath leaves a copy that nobody contradicts. */
  #copiesProven(tab: ModelTab): Promise<void> {
    return this.pass(Math.max(0, (tab.copiedAt ?? Number.NEGATIVE_INFINITY) + PROVEN_MS - this.fake.mono))
  }
  async #allSent(): Promise<void> {
    await this.pass(SENT_MS)
    this.collector.isKind = true
    if (this.world.faults.length > 0) await this.pass(SENT_AGAIN_MS)
    this.collector.isKind = false
  }
  /** A copy takes over the time of its record; while the clock is set back that is known to no reader. */
  #mayCopy(): boolean {
    return this.tabs.length < MOST_TABS && (this.world.clock === 'right' || this.world.clock === 'set forward')
  }
  #mayKeep(before: Document | null): boolean {
    const { clock } = this.world
    return before !== null && before.waitsForLocks === 0 && (clock === 'right' || clock === 'set forward')
  }
}
