import { listen } from '../page/listen.js'
import { allowed } from './allowed.js'
import { browserClock } from './browserClock.js'
import { openBrowserChannel } from './channel.js'
import { firstJournal } from './firstJournal.js'
import { browserLifecycle } from './lifecycle.js'
import { browserLocks } from './locks.js'
import { browserPage } from './page.js'
import type { FirstPorts } from './ports.js'

/** What `browserPorts` answers, as far as a page needs it until its engine comes, and as short as it gets. */
export function firstPorts(): FirstPorts {
  const { fetchLater, navigation } = window as Partial<Newer>
  return {
    clock: browserClock(),
    random: (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
    get sessionStore() {
      return allowed(() => sessionStorage)
    },
    get localStore() {
      return allowed(() => localStorage)
    },
    cookies: {
      read: () => document.cookie,
      write(cookie) {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is asynchronous, and missing over plain http
        document.cookie = cookie
      },
    },
    locks: browserLocks(),
    openChannel: openBrowserChannel,
    lifecycle: browserLifecycle(),
    page: browserPage(
      navigation
        ? (run) =>
            listen(navigation, ['currententrychange'], (event) =>
              run((event as Navigated).navigationType === 'traverse' ? 'history' : 'soft'),
            )
        : null,
    ),
    send: (url, body) => fetch(url, { method: 'POST', body, keepalive: true, signal: AbortSignal.timeout(30_000) }),
    sendLater: fetchLater
      ? (url, body) => {
          const taken = new AbortController()
          try {
            fetchLater(url, { method: 'POST', body, signal: taken.signal })
          } catch {
            // Too much of it, or forbidden here: the journal has it.
          }
          return () => taken.abort()
        }
      : null,
    journal: firstJournal,
    trusts: (event) => event.isTrusted,
    isDriven: navigator.webdriver === true,
    refusesBySignal: (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true,
  }
}

/** What not every browser has yet. */
interface Newer {
  readonly fetchLater: (url: string, init: RequestInit) => unknown
  readonly navigation: EventTarget
}

type Navigated = Event & { readonly navigationType?: string }
