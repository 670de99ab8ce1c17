import { advance, EVENT_VERSION, type HelpEvent, help, newThread, opensVisit, type ThreadState } from '@helptally/core'
import type { EventLine } from '../log/storedEvent.js'
import { toLine } from '../log/toLine.js'
import { entryOf } from './referrals.js'
import type { StagedView, View } from './stage.js'

export interface WalkOptions {
  readonly site: string
  /** BCP 47, of articles whose address names none. */
  readonly locale?: string | undefined
  /** Hosts of the help center, without `www.`. */
  readonly hosts: readonly string[]
  /** Epoch ms. */
  readonly receivedAt: number
  /** The id of the tab of a visit that this event began. */
  readonly tabOf: (eventId: string, at: number) => string
}

/** How many of the views that were read open a session, and how many a visit of web analytics. */
export interface DualCount {
  sessions: number
  visits: number
}

/** A derived tab: one visit. Its events can only be added at its end. */
interface Tab {
  readonly id: string
  seq: number
  /** As far as an earlier import took it. */
  readonly knownSeq: number
  lastAt: number
  thread: ThreadState
}

/**
 * Makes events of views, which come visitor by visitor in the order of time. A log knows no tabs: a visit, the pages of
 * a visitor without half an hour between, is taken for one, and the one machine counts its sessions. A visit that an
 * earlier import began goes on. What comes before one, or into its middle, is a tab of its own: events do not change.
 */
export class VisitWalk {
  readonly counted: DualCount = { sessions: 0, visits: 0 }
  readonly #options: WalkOptions
  #visitor = ''
  #lastAt: number | null = null
  #tabs: Tab[] = []

  constructor(options: WalkOptions) {
    this.#options = options
  }

  /** The line of a view's event; null when the store has it. */
  step(view: StagedView): EventLine | null {
    if (view.visitor !== this.#visitor) {
      this.#visitor = view.visitor
      this.#lastAt = null
      this.#tabs = []
    }
    const isVisit = opensVisit(this.#lastAt, view.at)
    this.#lastAt = view.at
    // None of them can go on.
    if (isVisit) this.#tabs = []
    const event = view.tab === null ? this.#event(view as View) : null
    if (!event) this.#remember(view)
    if (view.is_read && isVisit) this.counted.visits++
    if (view.is_read && (event?.sessionId ?? view.session) === view.id) this.counted.sessions++
    const { receivedAt } = this.#options
    return event && toLine(event, receivedAt, event.ts, { device: view.device ?? '' })
  }

  /** What is kept of an event says all that the machine has to know of its tab. */
  #remember({ tab, seq, session, at, last_seq }: StagedView): void {
    const open = session === null ? null : { id: session, startedAt: at, lastAt: at, previousId: null }
    const thread = { ...newThread, open }
    this.#tabs = this.#tabs.filter(({ id }) => id !== tab)
    this.#tabs.push({ id: tab!, seq: seq!, knownSeq: last_seq!, lastAt: at, thread })
  }

  #event(view: View): HelpEvent {
    const { site, locale, hosts, tabOf } = this.#options
    const { id, at } = view
    const tab = this.#tabs.findLast((one) => one.seq >= one.knownSeq && !opensVisit(one.lastAt, at)) ?? {
      ...{ id: tabOf(id, at), seq: 0, knownSeq: 0, lastAt: at },
      thread: newThread,
    }
    const isFirst = tab.seq === 0
    if (isFirst) this.#tabs.push(tab)
    const activeAt = isFirst ? null : tab.lastAt
    tab.thread = advance(help, tab.thread, { type: 'entry', id }, at).state
    tab.seq++
    tab.lastAt = at
    const open = tab.thread.open!
    const lang = view.lang ?? locale
    return {
      id,
      name: 'help.article.open',
      v: EVENT_VERSION,
      site,
      channel: 'help',
      tabId: tab.id,
      seq: tab.seq,
      sessionId: open.id,
      visitorId: view.visitor,
      ts: at,
      activeAt,
      page: view.page,
      article: { id: view.article_id, ...(view.lang !== null && { lang: view.lang }) },
      ...(lang !== undefined && { locale: lang }),
      ...entryOf({ host: view.from_host, via: view.via }, hosts),
      nav: 'load',
      previousId: open.id === id ? open.previousId : null,
      imported: true,
    }
  }
}
