import { openBrowserChannel } from './channel.js'
import { browserCookies } from './cookies.js'
import { browserJournal } from './journal.js'
import { browserLifecycle } from './lifecycle.js'
import { browserLocks } from './locks.js'
import { browserPage } from './page.js'
import type { KeyValueStore, Ports } from './ports.js'
import { browserSendLater, sendByFetch } from './send.js'
import { steadyClock } from './steadyClock.js'

/** The browser that this code runs in. */
export function browserPorts(): Ports {
  return {
    clock: steadyClock({
      wall: () => Date.now(),
      mono: () => performance.now(),
      after(ms, run) {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    }),
    random: (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
    sessionStore: allowed(() => sessionStorage),
    localStore: allowed(() => localStorage),
    cookies: browserCookies(),
    locks: browserLocks(),
    openChannel: openBrowserChannel,
    lifecycle: browserLifecycle(),
    page: browserPage(),
    send: sendByFetch,
    sendLater: browserSendLater(),
    journal: browserJournal(),
    trusts: (event) => event.isTrusted,
    whenIdle: (run) => (globalThis.requestIdleCallback ?? setTimeout)(run),
    isDriven: navigator.webdriver === true,
    refusesBySignal: (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true,
  }
}

/** With all cookies blocked, the getters of both storages throw. */
function allowed(get: () => KeyValueStore): KeyValueStore | null {
  try {
    return get()
  } catch {
    return null
  }
}
