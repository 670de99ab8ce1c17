import { createPseudonyms, type Pseudonyms } from '../conversations/pseudonyms.js'
import { isBearer } from './access.js'

export interface ServerKeyOptions {
  /**
   * Opens `POST {base}/conversations` to `Authorization: Bearer <key>`, for bot platforms. Several while one takes the
   * place of another. Without one that address is closed.
   */
  readonly serverKey?: string | readonly string[] | undefined
  /**
   * What the pseudonyms of visitors and conversations are made with. Default: the first server key. Give it, so that they
   * stay the same when the key changes.
   */
  readonly pseudonymSecret?: string | undefined
}

const keysOf = ({ serverKey = [] }: ServerKeyOptions): readonly string[] =>
  [serverKey].flat().filter((key) => key !== '')

export const hasServerKey = (request: Request, options: ServerKeyOptions): boolean =>
  keysOf(options).some((key) => isBearer(request, key))

/** null without a secret. */
export function pseudonymsOf(options: ServerKeyOptions): Pseudonyms | null {
  const secret = options.pseudonymSecret || keysOf(options)[0]
  return secret ? createPseudonyms(secret) : null
}

export const keyExpected = ({ pseudonyms }: { readonly pseudonyms: Pseudonyms | null }): string =>
  pseudonyms
    ? 'Expected "Authorization: Bearer <key>" with a server key of this site.'
    : 'Conversations are closed until the site has a server key: give createHelpHandlers (createCollector) a `serverKey`.'
