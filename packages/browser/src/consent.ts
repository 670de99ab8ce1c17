import type { Chosen } from './head.js'
import type { Consent, HelpOptions } from './helpEngine.js'
import type { FirstPorts } from './ports/ports.js'

type ConsentPorts = Pick<FirstPorts, 'cookies' | 'refusesBySignal'>

export const CHOICE_COOKIE = 'help_choice'

/** Half a year, as CNIL recommends for remembering a refusal. */
const CHOICE_DAYS = 180

/** What the reader has chosen, in this tab or in another. Global Privacy Control counts as refusal, and needs no cookie. */
export function readChoice({ cookies, refusesBySignal }: ConsentPorts): Consent {
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

/** The reader's choice, or what the site says in its place. */
export function choiceOf(ports: ConsentPorts, chosenHere: Chosen | null, { consent }: HelpOptions): Consent {
  const chosen = readChoice(ports)
  if (chosen !== 'unknown') return chosen
  return chosenHere?.choice ?? (consent === 'granted' ? 'granted' : 'unknown')
}

export function writeChoice(
  { cookies, page }: Pick<FirstPorts, 'cookies' | 'page'>,
  choice: 'granted' | 'refused',
): void {
  const secure = page.url().protocol === 'https:' ? '; Secure' : ''
  try {
    cookies.write(`${CHOICE_COOKIE}=${choice}; Path=/; Max-Age=${CHOICE_DAYS * 86_400}; SameSite=Lax${secure}`)
  } catch {
    // Without cookies the choice holds for this page alone.
  }
}
