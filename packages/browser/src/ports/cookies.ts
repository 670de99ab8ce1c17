import type { Cookies } from './ports.js'

/** Reading asks another process, so it is done once a tick: nobody answers a banner within one. */
export function browserCookies(): Cookies {
  let known: string | null = null
  const forget = () => {
    known = null
  }
  return {
    read() {
      if (known === null) {
        known = document.cookie
        queueMicrotask(forget)
      }
      return known
    },
    write(cookie) {
      forget()
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is asynchronous, and missing over plain http
      document.cookie = cookie
    },
  }
}
