import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether two secrets or signatures are the same, without telling by the time it takes how much of them is. '' is none. */
export function sameSecret(given: string | null | undefined, expected: string | null | undefined): boolean {
  return Boolean(given && expected) && timingSafeEqual(digest(given!), digest(expected!))
}

/** Equal lengths for `timingSafeEqual`. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
