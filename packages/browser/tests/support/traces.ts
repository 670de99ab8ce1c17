import type { FakeBrowser } from './fakeBrowser.js'
import type { FakeTab } from './fakeTab.js'

export interface Traces {
  readonly cookies: readonly (readonly [name: string, value: string])[]
  /** Items in localStorage, */
  readonly local: number
  /** and in the sessionStorage of each tab. */
  readonly session: readonly number[]
  /** Locks held; null where there are none. */
  readonly locks: number | null
  /** Ends of the channel that are open. */
  readonly channels: number
  /** Requests ever sent. */
  readonly requests: number
}

/** What a reader who has chosen nothing leaves, with one tab. */
export const NO_TRACES: Traces = { cookies: [], local: 0, session: [0], locks: 0, channels: 0, requests: 0 }

/** What counting has left in a browser and in some of its tabs. */
export function tracesOf(browser: FakeBrowser, ...tabs: readonly FakeTab[]): Traces {
  return {
    cookies: [...browser.cookies],
    local: browser.local.items.size,
    session: tabs.map((tab) => tab.session.items.size),
    locks: browser.locks ? browser.locks.size : null,
    channels: browser.channels.size,
    requests: browser.requests,
  }
}
