import type { Nav } from '@helptally/core'
import type { Ports } from '../ports/ports.js'
import { steadyClock } from '../ports/steadyClock.js'
import { simulatedJournal } from './journal.js'
import { openSimulatedChannel, simulatedLocks } from './locksAndChannel.js'
import type { SimulatedTab } from './simulatedTab.js'

/** What the tab tells its page, and who listens. */
export interface TabSide {
  readonly on: Record<'visibility' | 'leave' | 'back' | 'online' | 'focus', Set<() => void>>
  readonly onNavigate: Set<(nav: Nav) => void>
  readonly followed: Set<{ readonly element: Element; onHalf(isInView: boolean): void }>
  isFocused: boolean
  /** There is a page. */
  isListening: boolean
}

export function newTabSide(): TabSide {
  return {
    on: { visibility: new Set(), leave: new Set(), back: new Set(), online: new Set(), focus: new Set() },
    onNavigate: new Set(),
    followed: new Set(),
    isFocused: true,
    isListening: true,
  }
}

/** How a document came about. */
export interface Loaded {
  readonly nav: Nav
  readonly referrer: string
  readonly wasDiscarded: boolean
}

/** What a browser with everything offers the document in this tab. */
export function tabPorts(tab: SimulatedTab, side: TabSide, { nav, referrer, wasDiscarded }: Loaded): Ports {
  const { browser } = tab
  const loadedPath = tab.url.pathname
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
      after: (ms, run) => browser.timer(ms, () => side.isListening && run()),
    }),
    random: (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
    sessionStore: browser.blocksCookies ? null : tab.session,
    localStore: browser.blocksCookies ? null : browser.local,
    cookies: {
      read: () => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      write(cookie) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
        if (!browser.blocksCookies) browser.cookies.set(name!, value!)
      },
    },
    locks: simulatedLocks(browser),
    openChannel: (onMessage) => openSimulatedChannel(browser, onMessage),
    lifecycle: {
      get prerendering() {
        return tab.prerendering
      },
      get hidden() {
        return tab.hidden
      },
      onVisibility: hook(side.on.visibility),
      onLeave: hook(side.on.leave),
      onReturn: hook(side.on.back),
      onOnline: hook(side.on.online),
    },
    focus: { has: () => side.isFocused, onChange: hook(side.on.focus) },
    sight: {
      measure(element, onMeasured) {
        // As it is laid out now; it is told a little later.
        const share = tab.seen(element)
        return browser.timer(0, () => side.isListening && onMeasured(share))
      },
      follow(element, onHalf) {
        const follow = { element, onHalf }
        side.followed.add(follow)
        const cancel = browser.timer(0, () => onHalf(tab.inView.has(element)))
        return () => {
          cancel()
          side.followed.delete(follow)
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
      onNavigate: hook(side.onNavigate),
    },
    send: (_url, body) => browser.post(body),
    sendLater: null,
    journal: browser.blocksCookies ? null : simulatedJournal(browser),
    whenIdle: () => {},
    trusts: () => browser.hearing === tab,
    isDriven: false,
    refusesBySignal: browser.refusesBySignal,
  }
}
