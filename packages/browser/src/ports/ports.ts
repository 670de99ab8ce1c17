import type { HelpEvent, Nav, RandomBytes } from '@helptally/core'

/** Everything the engine needs of a browser. Tests drive these; `browserPorts` is the real thing. */
export interface Ports {
  readonly clock: Clock
  readonly random: RandomBytes
  /** null where the browser forbids it. */
  readonly sessionStore: KeyValueStore | null
  /** null where the browser forbids it. */
  readonly localStore: KeyValueStore | null
  readonly cookies: Cookies
  /** null where Web Locks are missing. */
  readonly locks: Locks | null
  /** Opens the channel between the site's tabs; null where BroadcastChannel is missing. */
  openChannel(onMessage: (message: unknown) => void): Channel | null
  readonly lifecycle: Lifecycle
  readonly focus: Focus
  /** null where IntersectionObserver is missing. */
  readonly sight: Sight | null
  readonly page: Page
  readonly send: Send
  /** null where the browser does not send for pages that have died. */
  readonly sendLater: SendLater | null
  /** null where IndexedDB is missing. */
  readonly journal: Journal | null
  /** Whether the reader made this event, and not a script. */
  trusts(event: Event): boolean
  /** Calls back when the page has nothing more urgent to do. */
  whenIdle(run: () => void): void
  /** A program drives the browser: what it does is kept, and not counted. */
  readonly isDriven: boolean
  /** Global Privacy Control is on. */
  readonly refusesBySignal: boolean
}

/** What a page needs until the engine comes; the engine gets the same, and more. */
export interface FirstPorts
  extends Pick<
    Ports,
    'clock' | 'random' | 'sessionStore' | 'localStore' | 'cookies' | 'locks' | 'trusts' | 'isDriven' | 'refusesBySignal'
  > {
  openChannel: Ports['openChannel']
  readonly page: PageSeen & {
    /** null where only the engine can tell. */
    readonly onNavigate: Page['onNavigate'] | null
  }
  readonly lifecycle: Omit<Lifecycle, 'onOnline'>
  /** As `Send`, but hands over the answer unread. */
  readonly send: (url: string, body: string) => Promise<Answer>
  readonly sendLater: SendLater | null
  readonly journal: Pick<Journal, 'put' | 'destroy'> | null
}

export interface Clock {
  /** Epoch ms that never run backwards; `steadyClock` makes them. */
  now(): number
  /** How far it runs ahead of the wall clock, ms, because that one was set back. */
  ahead(): number
  /** Another document of this tab was at `at` (epoch ms), so far ahead of the wall clock: from now on no earlier, and as far ahead. */
  goOnFrom(at: number, aheadMs: number): void
  /** Runs once after `ms`; the answer cancels it. */
  after(ms: number, run: () => void): () => void
}

/** The part of `Storage` in use. Each method may throw, as the browser's does. */
export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface Cookies {
  read(): string
  write(cookie: string): void
}

export interface Locks {
  /** Takes the lock if nobody holds it and answers how to let go, or null. Rejects where locks are forbidden. */
  tryTake(name: string): Promise<(() => void) | null>
  /** The names of those that any page of this browser holds. */
  held(): Promise<readonly string[]>
}

/** An event on its way: as it will travel, and what delivery has to know of it. */
export interface Unsent {
  readonly id: string
  readonly tabId: string
  /** `Infinity` for what has no number, as what happened in a chat: no mark comes so far, only an acknowledgement settles it. */
  readonly seq: number
  /** Epoch ms. */
  readonly ts: number
  /** JSON. */
  readonly text: string
  /** Of the text, in UTF-8. */
  readonly bytes: number
}

/** What happened in one tick of a page. */
export interface JournalEntry {
  /** Keys sort by time. */
  readonly key: string
  readonly unsent: readonly Unsent[]
}

/** What happened before the engine came, as it is. */
export interface FirstEntry {
  /** The id of the event. */
  readonly key: string
  readonly event: HelpEvent
}

/** What survives the page, and a kill of the browser; shared by all tabs of the site. Everything may reject. */
export interface Journal {
  put(entry: JournalEntry | FirstEntry): Promise<void>
  remove(keys: readonly string[]): Promise<void>
  read(): Promise<readonly (JournalEntry | FirstEntry)[]>
  /** Lets go of it until it is used again: a page that sleeps with it open cannot come back once another deletes it. */
  close(): void
  /** Leaves no trace of it. */
  destroy(): Promise<void>
}

export interface Channel {
  post(message: unknown): void
  close(): void
}

export interface Lifecycle {
  readonly prerendering: boolean
  readonly hidden: boolean
  /** Calls back on each change of visibility, at the end of a prerender, and when the window is turned to. */
  onVisibility(run: () => void): () => void
  /** The page is left, perhaps into the back/forward cache. */
  onLeave(run: () => void): () => void
  /** The page is back from the back/forward cache. */
  onReturn(run: () => void): () => void
  /** The network is back. */
  onOnline(run: () => void): () => void
}

/** Of the window, among all of the computer. */
export interface Focus {
  has(): boolean
  onChange(run: () => void): () => void
}

/** What of an element is in view. Both tell after the page is laid out, never at once; the answer stops it. */
export interface Sight {
  /** Tells once how far down the element has come into view, in whole percent of its height. */
  measure(element: Element, onMeasured: (percent: number) => void): () => void
  /** Tells whether half of the element is in view, first as it is and then on each change. */
  follow(element: Element, onHalf: (isInView: boolean) => void): () => void
}

/** What the page on screen says of itself. */
export interface PageSeen {
  url(): URL
  /** How the page on screen came about: as the document was loaded, or `soft` when the address has changed since. */
  readonly loadedBy: Nav
  /** The browser had thrown the page away to save memory, and loaded it again when the tab was looked at. */
  readonly wasDiscarded: boolean
  /** The address of the page with the link that led here, '' when unknown. */
  readonly referrer: string
  /** The page on screen is the one that the server answered with an error status. */
  readonly failed: boolean
  readonly locale: string
}

export interface Page extends PageSeen {
  /** Calls back after the address has changed without a load. */
  onNavigate(run: (nav: Nav) => void): () => void
}

/** An answer, read or as it came. */
export type Answer = Reply | Response

export interface Reply {
  /** HTTP. */
  readonly status: number
  /** From `Retry-After`, ms. */
  readonly retryAfterMs?: number
  /** The highest sequence number up to which the collector has all events of the tab. */
  readonly mark?: number
  /** Numbers beyond it that the collector has, too; told to a page that asks. */
  readonly ahead?: readonly number[]
}

/** Posts a batch; survives the page. Rejects when no answer came. */
export type Send = (url: string, body: string) => Promise<Reply>

/** Hands a batch to the browser, to be posted when the page dies; the answer takes it back. */
export type SendLater = (url: string, body: string) => () => void
