import type { Consent } from './helpEngine.js'
import type { Ports } from './ports/ports.js'

export const CHOICE_COOKIE = 'help_choice'

/** Half a year, as CNIL recommends for remembering a refusal. */
const CHOICE_DAYS = 180

/** What the reader has chosen, in this tab or in another. Global Privacy Control counts as refusal, and needs no cookie. */
export function readChoice({ cookies, refusesBySignal }: Ports): Consent {
  if (refusesBySignal) return 'refused'
  try {
    // Another path may have a cookie of the same name, which then comes twice: a refusal wins.
    const chosen = cookies.read().split('; ')
    const has = (choice: Consent) => chosen.includes(`${CHOICE_COOKIE}=${choice}`)
    if (has('refused')) return 'refused'
    return has('granted') ? 'granted' : 'unknown'
  } catch {
    // A sandboxed frame may not even read.
    return 'unknown'
  }
}

export function writeChoice({ cookies, page }: Ports, choice: 'granted' | 'refused'): void {
  const secure = page.url().protocol === 'https:' ? '; Secure' : ''
  try {
    cookies.write(`${CHOICE_COOKIE}=${choice}; Path=/; Max-Age=${CHOICE_DAYS * 86_400}; SameSite=Lax${secure}`)
  } catch {
    // Without cookies the choice holds for this page alone.
  }
}
