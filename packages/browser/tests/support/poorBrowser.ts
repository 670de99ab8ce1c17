import type { Ports } from '../../src/ports/ports.js'
import { FakeBrowser } from './fakeBrowser.js'

/** What may be wrong with each thing that the engine asks of a browser. */
export const TROUBLES = {
  session: ['fine', 'missing', 'forbidden', 'full'],
  local: ['fine', 'missing', 'forbidden', 'full'],
  cookies: ['fine', 'forbidden', 'vanishing'],
  locks: ['fine', 'missing', 'forbidden'],
  channel: ['fine', 'missing'],
} as const

export type Troubles = { readonly [Part in keyof typeof TROUBLES]: (typeof TROUBLES)[Part][number] }

type Store = Ports['sessionStore']

const forbidden = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}
const full = () => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
}

/** A browser with these troubles, from its first page on. */
export function poorBrowser({ session, local, cookies, locks, channel }: Troubles): FakeBrowser {
  const browser = new FakeBrowser()
  browser.hasChannels = channel === 'fine'
  browser.offers = (usual) => ({
    ...usual,
    sessionStore: storeWith(session, usual.sessionStore),
    localStore: storeWith(local, usual.localStore),
    cookies: {
      read: cookies === 'forbidden' ? forbidden : usual.cookies.read,
      write: cookies === 'forbidden' ? forbidden : cookies === 'vanishing' ? () => {} : usual.cookies.write,
    },
    locks:
      locks === 'missing'
        ? null
        : locks === 'forbidden'
          ? { tryTake: async () => forbidden(), held: async () => forbidden() }
          : usual.locks,
  })
  return browser
}

function storeWith(trouble: Troubles['session'], usual: Store): Store {
  if (trouble === 'missing') return null
  if (trouble === 'forbidden') return { getItem: forbidden, setItem: forbidden, removeItem: forbidden }
  return trouble === 'full' ? { ...usual!, setItem: full } : usual
}
