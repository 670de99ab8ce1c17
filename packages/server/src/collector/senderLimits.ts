import type { AddressKey } from './addressKey.js'
import { type Allowance, createTokenBuckets } from './tokenBuckets.js'

/**
 * Events of one tab. A reader makes less than one a second; what waited through a day without network comes at once.
 */
export const TAB_ALLOWANCE: Allowance = { burst: 2_000, perSecond: 10 }
/** Requests from one address. A company behind one address is many readers. */
export const ADDRESS_ALLOWANCE: Allowance = { burst: 1_000, perSecond: 50 }

/** How much a sender may send. Each answer is 0, or the ms to wait. */
export interface SenderLimits {
  /** Before the request is read. */
  ofRequest(request: Request): number
  ofEvents(tabId: string | null, events: number): number
}

export function createSenderLimits(addressKeyOf: AddressKey, now: () => number): SenderLimits {
  const tabs = createTokenBuckets(TAB_ALLOWANCE, now)
  const addresses = createTokenBuckets(ADDRESS_ALLOWANCE, now)
  return {
    ofRequest(request) {
      const key = addressKeyOf(request)
      return key === null ? 0 : addresses.spend(key, 1)
    },
    // Those that name no tab share one: nobody's page.
    ofEvents: (tabId, events) => tabs.spend(tabId ?? '', Math.max(1, events)),
  }
}
