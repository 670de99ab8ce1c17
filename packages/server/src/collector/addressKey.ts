import { createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'

/** Stands for the client's address of a request; null when none is known. */
export type AddressKey = (request: Request) => string | null

/**
 * A request says nothing of its address that its sender could not make up, so by default none is known. The site knows
 * which header its own proxy sets.
 */
export type ClientAddress = (request: Request) => string | null | undefined

/** Addresses are not kept, in memory either: what stands for one means nothing to another process, or after a restart. */
export function createAddressKey(clientAddress: ClientAddress | undefined, log: (line: string) => void): AddressKey {
  const secret = randomBytes(32)
  return (request) => {
    const address = addressOf(request, clientAddress, log)
    return address ? createHmac('sha256', secret).update(networkOf(address)).digest('base64') : null
  }
}

/** Limits are no reason to lose events: where the site's function fails, there is no limit. */
function addressOf(
  request: Request,
  clientAddress: ClientAddress | undefined,
  log: (line: string) => void,
): string | null {
  try {
    return clientAddress?.(request)?.trim() || null
  } catch (error) {
    log(`[helptally] Expected clientAddress(request) to answer an address or null, and it threw ${nameOf(error)}.`)
    return null
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

/** One subscriber has a whole /64 of IPv6. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%')[0]!.toLowerCase().split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = [...left, ...zeros, ...right].slice(0, 4)
  return groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')
}
