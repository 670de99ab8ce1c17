import { allowed } from './allowed.js'
import { browserClock } from './browserClock.js'
import { openBrowserChannel } from './channel.js'
import { browserCookies } from './cookies.js'
import { browserFocus } from './focus.js'
import { browserJournal } from './journal.js'
import { browserLifecycle } from './lifecycle.js'
import { browserLocks } from './locks.js'
import { onNavigate } from './onNavigate.js'
import { browserPage } from './page.js'
import type { Ports } from './ports.js'
import { browserSendLater, sendByFetch } from './send.js'
import { browserSight } from './sight.js'

/** The browser that this code runs in. */
export function browserPorts(): Ports {
  return {
    clock: browserClock(),
    random: (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
    sessionStore: allowed(() => sessionStorage),
    localStore: allowed(() => localStorage),
    cookies: browserCookies(),
    locks: browserLocks(),
    openChannel: openBrowserChannel,
    lifecycle: browserLifecycle(),
    focus: browserFocus,
    sight: browserSight(),
    page: browserPage(onNavigate),
    send: sendByFetch,
    sendLater: browserSendLater(),
    journal: browserJournal(),
    trusts: (event) => event.isTrusted,
    whenIdle: (run) => (globalThis.requestIdleCallback ?? setTimeout)(run),
    isDriven: navigator.webdriver === true,
    refusesBySignal: (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true,
  }
}
