import {
  type Authorized,
  type ClientAddress,
  type Collector,
  type ConversationAdapter,
  createCollector,
  sharedStore,
} from '@helptally/server'
import { buildOptions, siteTimeZone } from '../config/buildOptions.js'

export interface HelpHandlersOptions {
  /** Where events are kept, a URL. Default: `HELPTALLY_STORE`, else `duckdb:./.helptally`. */
  readonly store?: string | undefined
  /**
   * Who may do what: false for nobody, a role (`viewer` reads, `editor` works on content gaps and annotations, `admin` also erases visitors
   * and hands in tickets), `{ role, name, sites }` to keep a name beside what is changed and to name the only sites that it is for, or true for an admin. Without it, all is
   * open in development and closed in production.
   */
  readonly authorize?: (request: Request) => Authorized | Promise<Authorized>
  /** A bearer token that may do everything, for machines. Default: `HELPTALLY_TOKEN`. */
  readonly token?: string | undefined
  /**
   * Opens `POST {base}/conversations` to `Authorization: Bearer <key>`, for bot platforms. Several while one takes the
   * place of another. Default: `HELPTALLY_SERVER_KEY`; without one that address is closed.
   */
  readonly serverKey?: string | readonly string[] | undefined
  /**
   * What the pseudonyms of visitors and conversations are made with. Default: `HELPTALLY_PSEUDONYM_SECRET`, else the first
   * server key. Give it, so that they stay the same when the key changes.
   */
  readonly pseudonymSecret?: string | undefined
  /**
   * The chat platforms that post to `{base}/conversations/{platform}`: `[whatsapp({ appSecret, verifyToken })]`, say.
   * They need a `pseudonymSecret` or a `serverKey`, too. Default: none.
   */
  readonly platforms?: readonly ConversationAdapter[] | undefined
  /**
   * The address that a request comes from, as your own proxy says it: `(request) => request.headers.get('x-real-ip')`,
   * say. With it, requests are limited per address. Default: none is known. Never stored or logged.
   */
  readonly clientAddress?: ClientAddress | undefined
  /**
   * Which pages may send, beside those of your own origin: `['https://www.example.com']`. Default: all. It keeps the
   * pages of other sites away; a program can name any origin it likes.
   */
  readonly origins?: readonly string[] | undefined
  /** Of a file that is sent to be imported, in bytes. Default: 1,073,741,824, a gibibyte. */
  readonly maxImportBytes?: number | undefined
  /** Everything that arrives is a test, kept and not counted: for a server on which you try things out. */
  readonly test?: boolean | undefined
  /** Count robots like readers: for tests that drive a browser, which is one. Default: HELPTALLY_COUNT_BOTS is "1". */
  readonly countBots?: boolean | undefined
}

/** The segments that Next found below the folder of the route file. */
interface RouteContext {
  readonly params: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

type Handler = (request: Request, context: RouteContext) => Promise<Response>

/** What a route file exports: one handler for each method of HTTP. */
export interface HelpHandlers {
  readonly GET: Handler
  readonly POST: Handler
  readonly DELETE: Handler
  readonly OPTIONS: Handler
}

/** The route handlers of `app/api/help/[...path]/route.ts`. Nothing is opened before the first request. */
export function createHelpHandlers(options: HelpHandlersOptions = {}): HelpHandlers {
  let collector: Collector | undefined
  const handle: Handler = async (request, { params }) => {
    collector ??= openCollector(options)
    return collector.handle(request, segmentsOf(await params))
  }
  return { GET: handle, POST: handle, DELETE: handle, OPTIONS: handle }
}

/** The collector of a site, with what the environment and the build say. Nothing is opened before its first request. */
export function openCollector({ store, token, countBots, serverKey, ...options }: HelpHandlersOptions): Collector {
  return createCollector({
    ...options,
    serverKey: serverKey ?? process.env.HELPTALLY_SERVER_KEY,
    pseudonymSecret: options.pseudonymSecret ?? process.env.HELPTALLY_PSEUDONYM_SECRET,
    store: sharedStore(storeUrl(store)),
    countBots: countBots ?? process.env.HELPTALLY_COUNT_BOTS === '1',
    token: token ?? process.env.HELPTALLY_TOKEN,
    site: buildOptions()?.site,
    timeZone: siteTimeZone(),
  })
}

/** The store that the site chose, else the default one. */
export function storeUrl(store: string | undefined): string {
  return store || process.env.HELPTALLY_STORE || 'duckdb:./.helptally'
}

function segmentsOf(params: Awaited<RouteContext['params']>): readonly string[] {
  const segments = Object.values(params).find(Array.isArray)
  if (segments) return segments
  throw new Error(
    '[helptally] createHelpHandlers expected to serve a catch-all route and found no segments. Put the handlers in app/api/help/[...path]/route.ts.',
  )
}
