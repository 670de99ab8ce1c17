import { type Finding, lookingAt } from './finding.js'

/** The collector that pages send to. */
export interface AskedCollector {
  /** Its address, `https://help.example.com/api/help`. */
  readonly url: string
  readonly token: string | undefined
  /** The help center that it should be of. */
  readonly site: string | undefined
  /** Epoch ms. */
  readonly now: () => number
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 10_000
/** HTTP tells whole seconds, and is under way for some time. */
const MOST_OFF_MS = 60_000

/** Looks at a collector from outside, as pages and those with the token see it. */
export async function lookAtUrl(asked: AskedCollector): Promise<Finding[]> {
  const reached = lookingAt(
    'Address',
    'a collector that says it is ready',
    'See that the site runs, and that this is its address with the base path, such as https://help.example.com/api/help.',
  )
  const began = asked.now()
  const answer = await ask(asked, 'health')
  if (typeof answer === 'string') return [reached(false, `${asked.url} does not answer (${answer}).`)]
  const { status, headers, body } = answer
  if (typeof body?.ready !== 'boolean')
    return [reached(false, `${asked.url}/health answers ${status}, and not as a collector does.`)]
  return [
    reached(
      body.ready,
      body.ready
        ? `${asked.url} is ready.`
        : `${asked.url} is not ready: ${body.reason ?? 'ask with HELPTALLY_TOKEN for why.'}`,
    ),
    clockFinding(headers.get('date'), began, asked.now()),
    await siteFinding(asked),
  ].filter((finding) => finding !== null)
}

function clockFinding(date: string | null, began: number, ended: number): Finding | null {
  const theirs = Date.parse(date ?? '')
  if (Number.isNaN(theirs)) return null
  const offMs = theirs < began ? began - theirs : Math.max(0, theirs - ended)
  return lookingAt(
    'Clock',
    'the same time there as here, within a minute',
    'Let both machines set their clocks by NTP: all that pages send is dated by that of the collector.',
  )(offMs <= MOST_OFF_MS, `${Math.round(offMs / 1_000)} s between the collector and this machine.`)
}

/** null when nobody wants to know. */
async function siteFinding(asked: AskedCollector): Promise<Finding | null> {
  const { site, token } = asked
  if (!site) return null
  const same = lookingAt(
    'Site',
    `a collector of ${site}`,
    `Give the site's id in withHelptally, or to helptally serve --site, as it is here.`,
  )
  const reading = lookingAt(
    'Site',
    'reports that can be read',
    'Set HELPTALLY_TOKEN here to the token of the collector.',
  )
  if (!token) return reading(false, 'nobody can say without HELPTALLY_TOKEN.')
  const answer = await ask(asked, 'reports/sessions')
  if (typeof answer === 'string') return reading(false, `no report came (${answer}).`)
  const { status, body } = answer
  if (status === 401 || status === 403) return reading(false, `the token is refused (${status}).`)
  return same(
    body?.site === site,
    typeof body?.site === 'string' ? `it is of ${body.site}.` : 'it is of no site in particular.',
  )
}

interface Answered {
  readonly status: number
  readonly headers: Headers
  /** null for what is no JSON object. */
  readonly body: Readonly<Record<string, unknown>> | null
}

/** What was answered, or why nothing was. */
async function ask({ url, token, timeoutMs = TIMEOUT_MS }: AskedCollector, path: string): Promise<Answered | string> {
  try {
    const response = await fetch(`${url}/${path}`, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
      signal: AbortSignal.timeout(timeoutMs),
    })
    const body: unknown = await response.json().catch(() => null)
    const isObject = typeof body === 'object' && body !== null
    return { status: response.status, headers: response.headers, body: isObject ? (body as Answered['body']) : null }
  } catch (error) {
    const { cause, message } = error as Error
    return cause instanceof Error && cause.message ? cause.message : message
  }
}
