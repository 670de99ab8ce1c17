/** Who asks. Secrets are behind functions, so that no object that is printed or logged shows them. */
export interface Login {
  readonly user: string
  readonly password: () => string
  /** A JWT, in the place of user and password; null where there is none. */
  readonly token: () => string | null
}

interface Given {
  /** `user`, `user:password` or nothing, as in a URL. */
  readonly userInfo: string
  readonly token: string | null
}

const DEFAULT_USER = 'default'

/** What the URL says goes before what the environment says. `unreadable` makes the error for what was not escaped. */
export function loginOf({ userInfo, token }: Given, env: NodeJS.ProcessEnv, unreadable: () => Error): Login {
  const colon = userInfo.indexOf(':')
  const user = unescaped(colon < 0 ? userInfo : userInfo.slice(0, colon), unreadable) || DEFAULT_USER
  const inUrl = colon < 0 ? '' : unescaped(userInfo.slice(colon + 1), unreadable)
  if (inUrl && token) throw onlyOne('a password and ?token= in the store URL')

  const [ofEnvironment, tokenOfEnvironment] = [env.HELPTALLY_STORE_PASSWORD, env.HELPTALLY_STORE_TOKEN]
  const hasOwn = Boolean(inUrl || token)
  if (!hasOwn && ofEnvironment && tokenOfEnvironment)
    throw onlyOne('both HELPTALLY_STORE_PASSWORD and HELPTALLY_STORE_TOKEN')
  const password = hasOwn ? inUrl : (ofEnvironment ?? '')
  const jwt = (hasOwn ? token : tokenOfEnvironment) || null
  return { user, password: () => password, token: () => jwt }
}

const onlyOne = (found: string): Error =>
  new Error(`[helptally] Expected a password or a token for the store, got ${found}. Leave one of them away.`)

function unescaped(text: string, unreadable: () => Error): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw unreadable()
  }
}

const MIN_SECRET = 3

/** Words from outside, such as a proxy's page that repeats what it was sent, without what nobody may read. */
export function withoutSecrets(words: string, { user, password, token }: Login): string {
  const secrets = [password(), token() ?? ''].filter((secret) => secret.length >= MIN_SECRET)
  const written = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    Buffer.from(`${user}:${secret}`).toString('base64'),
  ])
  return written.reduce((text, secret) => text.replaceAll(secret, '***'), words)
}
