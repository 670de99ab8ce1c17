import { pseudonymsOf } from '../collector/serverKeys.js'
import type { Pseudonyms } from '../conversations/pseudonyms.js'

/** With the secret that the environment has for the site, too. A secret is no option: everybody on a machine sees those. */
export function pseudonymsHere(): Pseudonyms | null {
  return pseudonymsOf({
    pseudonymSecret: process.env.HELPTALLY_PSEUDONYM_SECRET,
    serverKey: process.env.HELPTALLY_SERVER_KEY,
  })
}

export const SECRET_EXPECTED: string =
  'Expected the secret that pseudonyms are made with, as the site has it: HELPTALLY_PSEUDONYM_SECRET, ' +
  'else HELPTALLY_SERVER_KEY, got neither'
