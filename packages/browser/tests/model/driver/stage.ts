import { FakeBrowser } from '../../support/fakeBrowser.js'
import { ORIGIN } from '../../support/fakeTab.js'
import type { Choice, Did, Line, LoadedBy, PageShown, World } from '../trace.js'
import { type Collector, createCollector } from './collector.js'
import { Document } from './document.js'
import type { ModelTab } from './modelTab.js'
import type { Site } from './page.js'

const MINUTE = 60_000
/** The outbox waits five seconds for company. */
export const SENT_MS = 5_100
/** A page that was not handed over needs this long to prove its tab; a busy browser without locks asks around. */
export const PROVEN_MS = 1_000

/** By then a page on which nothing happens has asked for its engine. */
const ENGINE_MS = 1_000

/** Where a tab goes. */
export interface Going {
  readonly to: PageShown
  readonly by: LoadedBy
  readonly kept?: boolean
  readonly slowMs?: number
}

/** A browser with documents, the time, and the trace: what a reader's acts are made of. Writes down only what is done. */
export class Stage {
  readonly tabs: ModelTab[] = []
  readonly trace: Line[] = []
  readonly fake = new FakeBrowser()
  readonly collector: Collector
  readonly world: World
  readonly documents: Document[] = []
  choice: Choice | null
  /** Without consent there must be no more of them. */
  requestsWhenAnswered = 0
  /** By the monotonic clock. */
  answeredAt = 0
  /** How often time jumped forward, and when it jumped back to, epoch ms. */
  readonly jumps = { forward: 0, back: [] as number[] }
  protected readonly site: Site
  protected front: ModelTab | null = null
  protected tabsEver = 0
  /** What passed for the reader while the computer slept or its clock was set forward. */
  protected skippedMs = 0
  #begin = this.fake.now - this.fake.mono

  constructor(world: World, site: Site) {
    this.world = world
    this.site = site
    this.choice = world.privacySignal ? 'refused' : world.chosenBefore
    this.collector = createCollector(this.fake, world.faults)
    if (world.chosenBefore && world.storage && !world.privacySignal)
      this.fake.cookies.set('help_choice', world.chosenBefore)
    if (!world.locks) this.fake.locks = null
    this.fake.hasChannels = world.channel
    this.fake.messagesTakeMs = world.busyMs
    this.fake.refusesBySignal = world.privacySignal
  }

  pass(ms: number): Promise<void> {
    return this.fake.advance(ms)
  }
  async look(tab: ModelTab): Promise<void> {
    if (this.front === tab) return
    await this.lookAway()
    this.front = tab
    if (tab.document) {
      if (!this.wasSeen(tab)) tab.document.appearedAt = this.fake.mono
      this.note(tab, { what: 'look' })
      tab.document.page.setHidden(false)
    } else {
      const by = tab.wasDiscarded ? 'discarded' : 'reload'
      tab.wasDiscarded = false
      await this.load(tab, { to: tab.shows, by }, { seen: true, referrer: '' })
      await this.pass(PROVEN_MS)
    }
    await this.pass(0)
  }
  async lookAway(): Promise<void> {
    const tab = this.front
    this.front = null
    if (!tab?.document || this.world.sideBySide) return
    this.note(tab, { what: 'look away' })
    tab.document.page.setHidden(true)
    await this.pass(0)
  }

  protected get at(): number {
    return this.#begin + this.fake.mono + this.skippedMs
  }
  protected note(tab: ModelTab, did: Did, which = tab.document!, inMs = 0): void {
    this.trace.push({ at: this.at + inMs, wall: this.fake.now + inMs, tab: tab.number, document: which.id, did })
  }
  protected async load(
    tab: ModelTab,
    { to, by }: Going,
    { seen, referrer, copyOf }: { seen: boolean; referrer: string; copyOf?: number },
  ): Promise<void> {
    if (seen && this.front !== tab) await this.lookAway()
    tab.shows = to
    tab.document = new Document(
      this.documents.length + 1,
      { browser: this.fake, collector: this.collector, world: this.world },
      to,
      {
        store: tab.store,
        nav: by === 'reload' ? 'reload' : by === 'history' || by === 'discarded' ? 'history' : 'load',
        wasDiscarded: by === 'discarded',
        referrer: (referrer && new URL(referrer, ORIGIN).href) || this.referrerOf(to, by),
        hidden: !seen,
      },
    )
    if (by === 'address' && !tab.document.page.how.referrer) tab.document.asksFor = to
    tab.document.appearedAt = this.fake.mono
    this.documents.push(tab.document)
    this.note(tab, { what: 'load', page: to, by, ...(copyOf && { copyOf }) })
    if (seen) {
      this.front = tab
      this.note(tab, { what: 'look' })
    }
    await this.pass(0)
  }
  /**
   * A typed address leaves no referrer, and neither do some links: a page without one asks who clicked, and while a click on
   * the same article waits for its tab nobody can tell the two apart. Then the reader comes from a web search, as every other does.
   */
  protected referrerOf(to: PageShown, by: LoadedBy): string {
    if (by !== 'address') return ''
    const isWaitedFor = this.trace.some(
      ({ at, did }) => did.what === 'choose' && did.where === 'elsewhere' && did.to === to && this.at - at <= MINUTE,
    )
    return isWaitedFor || this.documents.length % 2 ? 'https://search.example/' : ''
  }
  protected async leave(tab: ModelTab, which: Document, { kept }: { kept: boolean }): Promise<void> {
    await this.hasEngine(which)
    this.note(tab, { what: 'leave', kept }, which)
    await this.go(which, { kept })
  }
  protected async go(which: Document, { kept }: { kept: boolean }): Promise<void> {
    this.collector.isKind = true
    which.page.leave()
    which.page.setHidden(true)
    if (kept) which.freeze()
    else which.vanish()
    await this.pass(0)
    this.collector.isKind = false
  }
  /** A page that is left before the engine has come that it waits for loses what only the engine can count: see the docs. */
  protected async hasEngine(document: Document): Promise<void> {
    // Nor does it hand on how far its clock is ahead, which shows where one was set back.
    const mustWait = this.world.clock.startsWith('set b') ? document.appearedAt + ENGINE_MS - this.fake.mono : 0
    await this.pass(Math.max(0, mustWait))
    if (document.waitsForEngine) await this.pass(this.world.loadMs)
  }
  protected async vanish(tab: ModelTab): Promise<void> {
    await this.hasEngine(tab.document!)
    this.note(tab, { what: 'vanish' })
    tab.document!.vanish()
    tab.document = null
    if (this.front === tab) this.front = null
  }
  protected wasSeen(tab: ModelTab): boolean {
    return this.trace.some(({ document, did }) => document === tab.document!.id && did.what === 'look')
  }
  // Time.

  sleep(ms: number): Promise<void> {
    return this.#jump(ms)
  }
  async setClock(ms: number, way: 'back' | 'forward'): Promise<void> {
    const { clock } = this.world
    const isAllowed = clock === `set ${way}` || (clock === 'set both ways' && this.#allWatch())
    if (isAllowed) await this.#jump(way === 'back' ? -ms : ms)
  }
  async #jump(ms: number): Promise<void> {
    if (ms > 0 && this.world.clock === 'set back') return
    if (this.world.clock === 'set both ways' && !this.#allWatch()) return
    // Fingers rest before that, and everything on its way arrives.
    await this.pass(PROVEN_MS + 2 * SENT_MS)
    this.fake.now += ms
    this.skippedMs += Math.max(0, ms)
    if (ms > 0) this.jumps.forward++
    else this.jumps.back.push(this.fake.now)
    // A page that moves by itself lets each document see the time, so that no two jumps look like one.
    document.body.dispatchEvent(new Event('scroll'))
    await this.pass(0)
  }
  /** Every document counts, and so sees each jump for itself. */
  #allWatch(): boolean {
    const alive = this.documents.filter(({ life }) => life !== 'gone')
    const seen = new Set(this.trace.filter(({ did }) => did.what === 'look').map((line) => line.document))
    const wasAsked = this.trace.some(({ did }) => did.what === 'answer the banner')
    return this.choice === 'granted' && !wasAsked && alive.every(({ id, life }) => life === 'living' && seen.has(id))
  }
}
