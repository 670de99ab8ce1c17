import type { ConversationAdapter } from '../adapters/conversationAdapter.js'
import { createJobs } from '../jobs/createJobs.js'
import type { After } from '../live/liveFeed.js'
import { createLiveFeeds } from '../live/liveFeeds.js'
import { whenEnding } from '../live/whenEnding.js'
import type { Store } from '../store/store.js'
import { isUnavailable } from '../storeUnavailable.js'
import { type AccessOptions, accessOf, mayAct, maySee, type Reader, type Role } from './access.js'
import { type ClientAddress, createAddressKey } from './addressKey.js'
import { nothing, refuse } from './answers.js'
import type { LabelOptions } from './labelOf.js'
import { createMarks } from './marks.js'
import { allowedOrigin, checkOrigins, isWelcome, type OriginOptions } from './origins.js'
import { MAX_IMPORT_BYTES } from './receiveImport.js'
import { type Context, type Route, routes } from './routes.js'
import { createSenderLimits } from './senderLimits.js'
import { hasServerKey, keyExpected, pseudonymsOf, type ServerKeyOptions } from './serverKeys.js'
import { siteOf } from './siteOf.js'
import { createTurnedAway } from './turnedAway.js'

export interface CollectorOptions extends AccessOptions, LabelOptions, OriginOptions, ServerKeyOptions {
  /** Where events are kept. */
  readonly store: Store
  /** The help center that a report is about when it is not asked for another. */
  readonly site?: string
  /** IANA time zone in which days begin when a report is not asked for another. Default UTC. */
  readonly timeZone?: string
  /**
   * The address that a request comes from, as the site's own proxy says it: `(request) =>
   * request.headers.get('x-real-ip')`, say. With it, requests are limited per address. Default: none is known, because
   * where no proxy sets such a header, its sender does. Never stored or logged.
   */
  readonly clientAddress?: ClientAddress | undefined
  /**
   * The chat platforms that post to `{base}/conversations/{platform}`: `[whatsapp({ appSecret, verifyToken })]`, say.
   * They need a `pseudonymSecret` or a `serverKey`, too. Default: none.
   */
  readonly platforms?: readonly ConversationAdapter[] | undefined
  /** Of a file that is sent to be imported, in bytes. Default: 1,073,741,824, a gibibyte. */
  readonly maxImportBytes?: number | undefined
  /** What tells the time, epoch ms. Default `Date.now`. */
  readonly now?: () => number
  /** Runs something after so many ms, unless it is cancelled before. Default `setTimeout`. */
  readonly after?: After
  /** Takes one line for each fault inside. Default `console.error`. */
  readonly log?: (line: string) => void
}

/** What answers the requests below the base path. */
export interface Collector {
  /** `path`: the segments below the base path, `['reports', 'sessions']`. Answers every request; never throws. */
  handle(request: Request, path: readonly string[]): Promise<Response>
}

const RETRY_AFTER_S = '5'

/** The collector as a function from requests to responses, for any server that speaks web standards. */
export function createCollector(options: CollectorOptions): Collector {
  const { store, site, timeZone, now = Date.now, after = wait, log = console.error } = options
  checkOrigins(options)
  const defaults = { site, tz: timeZone }
  const context: Context = {
    store,
    defaults,
    live: createLiveFeeds({ store, defaults, now, after, whenEnding }),
    jobs: createJobs({ store, now, after, whenEnding, log }),
    maxImportBytes: options.maxImportBytes ?? MAX_IMPORT_BYTES,
    after,
    site: site ?? '',
    now,
    log,
    marks: createMarks(store, now),
    limits: createSenderLimits(createAddressKey(options.clientAddress, log), now),
    turnedAway: createTurnedAway(),
    labels: options,
    isWelcome: (request) => isWelcome(request, options),
    accessOf: (request) => accessOf(request, options),
    pseudonyms: pseudonymsOf(options),
    hasServerKey: (request) => hasServerKey(request, options),
    platforms: options.platforms ?? [],
  }
  return {
    async handle(request, path) {
      context.jobs.wake()
      const response = await dispatch(request, path, context).catch((error: unknown) => {
        log(lineOf(`${request.method} ${path.join('/')} failed`, error))
        return refuse(500, 'Something inside failed: the log of the server says what.')
      })
      if (isForPages(path)) letPagesRead(response, allowedOrigin(request, options))
      return response
    },
  }
}

async function dispatch(request: Request, path: readonly string[], context: Context): Promise<Response> {
  const found = routes.filter((route) => route.matches(path))
  if (found.length === 0) return refuse(404, `Nothing is at "${path.join('/')}". Known: ${known()}.`)
  // A HEAD is a GET whose body nobody reads; the HTTP server leaves it out.
  const asked = request.method === 'HEAD' ? 'GET' : request.method
  const route = found.find(({ method }) => method === asked)
  if (!route) return wrongMethod(request, found)
  let reader = NOBODY
  if (route.for === 'platform') {
    if (!context.hasServerKey(request)) return refuse(401, keyExpected(context), { 'www-authenticate': 'Bearer' })
  } else if (route.for !== 'everybody') {
    const access = await context.accessOf(request)
    if (!access.granted) return refuse(401, access.reason, { 'www-authenticate': 'Bearer' })
    if (!mayAct(access.role, route.for)) return refuse(403, tooLittle(access.role, route.for))
    const site = route.isOfSite ? siteOf(request, context.defaults) : null
    if (site && !maySee(access, site)) return refuse(403, notTheirs(site))
    reader = access
  }
  return route.handle(request, context, path, reader).catch((error: unknown) => {
    if (!isUnavailable(error)) throw error
    context.log(error.message)
    // Paths and other processes are the business of those who run the site.
    const reason = route.for !== 'everybody' ? error.message : 'The store cannot work now: try again later.'
    return refuse(503, reason, { 'retry-after': RETRY_AFTER_S })
  })
}

const wait: After = (ms, work) => {
  const timer = setTimeout(work, ms)
  timer.unref()
  return () => clearTimeout(timer)
}

/** Who is let in without a name: pages, platforms, those who ask whether it runs. */
const NOBODY: Reader = { role: 'viewer', name: '', sites: [] }

const notTheirs = (site: string): string =>
  `Expected one of the sites that \`authorize\` names for whoever asks, got "${site}".`

const tooLittle = (role: Role, needed: Role): string =>
  `Expected the role ${needed}${needed === 'admin' ? '' : ' or admin'}, got ${role}: \`authorize\` says who has which.`

const isForPages = (path: readonly string[]): boolean => path.length === 1 && path[0] === 'events'

/** Pages may post from another origin, no cookie is read here. Theirs is text/plain, which asks for no leave before. */
function letPagesRead({ headers }: Response, origin: string | null): void {
  headers.append('vary', 'origin')
  if (origin === null) return
  headers.set('access-control-allow-origin', origin)
  headers.set('access-control-allow-headers', 'content-type')
  headers.set('access-control-expose-headers', 'retry-after')
}

function wrongMethod({ method }: Request, found: readonly Route[]): Response {
  const allow = found.map((route) => route.method).join(', ')
  if (method === 'OPTIONS') return nothing({ allow })
  return refuse(405, `expected ${allow}, got ${method}`, { allow })
}

const known = (): string => routes.map(({ method, path }) => `${method} ${path}`).join(', ')

function lineOf(what: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  // Whoever asks chooses the path: it may not write lines of its own.
  return `[helptally] ${what}: ${message.replace(/^\[helptally\] /, '')}`.replaceAll(
    /\s*[\p{Cc}\u2028\u2029]+\s*/gu,
    ' ',
  )
}
