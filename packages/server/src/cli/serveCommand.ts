import { parseArgs } from 'node:util'
import type { ClientAddress } from '../collector/addressKey.js'
import { createCollector } from '../collector/createCollector.js'
import { checkOrigins } from '../collector/origins.js'
import { isTimeZone } from '../reports/zonedTime.js'
import { addressOf, OF_CONNECTION } from '../serve/addressOf.js'
import { cannotListen } from '../serve/cannotListen.js'
import { readBase } from '../serve/pathBelow.js'
import { startServer } from '../serve/startServer.js'
import { type Command, misreadBy } from './command.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const MOST_PORT = 65_535

const options = {
  store: { type: 'string' },
  site: { type: 'string' },
  tz: { type: 'string', default: 'UTC' },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '8787' },
  base: { type: 'string', default: '/api/help' },
  origin: { type: 'string', multiple: true },
  address: { type: 'string' },
} as const

const run: Command['run'] = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options })
  const { site, tz, host, origin: origins, address } = values
  const misread = misreadBy(terminal)
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : MOST_PORT + 1
  if (port > MOST_PORT) return misread(`--port: expected 0 to ${MOST_PORT}, got "${values.port}"`)
  const base = readBase(values.base)
  if (base === null) return misread(`--base: expected a path such as /api/help, got "${values.base}"`)
  if (!isTimeZone(tz)) return misread(`--tz: expected an IANA time zone such as Europe/Madrid, got "${tz}"`)
  const wrong = wrongOrigins(origins)
  if (wrong) return misread(wrong)

  const { out, error } = terminal
  const told = toldToEnd(terminal.interrupted())
  const { url, store } = storeOf(values.store)
  try {
    const { ready, reason } = await store.health()
    if (reason) error(reason)
    if (!ready) return 1
    const addresses = new WeakMap<Request, string | null>()
    const clientAddress: ClientAddress = (request) => addresses.get(request)
    const collector = createCollector({
      ...{ store, timeZone: tz, origins, log: error },
      ...(site && { site }),
      ...(address && { clientAddress }),
      ...readers(),
      serverKey: process.env.HELPTALLY_SERVER_KEY,
      pseudonymSecret: process.env.HELPTALLY_PSEUDONYM_SECRET,
      countBots: process.env.HELPTALLY_COUNT_BOTS === '1',
    })
    const server = await startServer(collector, {
      ...{ host, port, base, log: error },
      onRequest: (request, incoming) => addresses.set(request, addressOf(incoming, address)),
    }).catch((failure: NodeJS.ErrnoException) => {
      throw cannotListen(failure, host, port)
    })
    for (const line of greeting({ url, site, at: `http://${inUrl(host)}:${server.port}${base}` })) out(line)
    await told.end
    out('[helptally] Ending: what has begun is answered first.')
    await server.stop()
    return 0
  } finally {
    told.forget()
    await store.close()
  }
}

/** Closed until there is a token, in development too: nobody says here who may read. */
function readers(): { token: string } | { authorize: () => false } {
  const token = process.env.HELPTALLY_TOKEN
  return token ? { token } : { authorize: () => false }
}

function wrongOrigins(origins: readonly string[] | undefined): string | null {
  try {
    checkOrigins({ origins })
    return null
  } catch {
    return `--origin: expected origins such as https://help.example.com, without a path, got "${origins?.join('", "')}"`
  }
}

/** A second signal ends the process at once. */
function toldToEnd(interrupted: AbortSignal): { end: Promise<void>; forget: () => void } {
  const { promise: end, resolve } = Promise.withResolvers<void>()
  if (interrupted.aborted) resolve()
  interrupted.addEventListener('abort', () => resolve())
  process.once('SIGTERM', resolve)
  return { end, forget: () => process.off('SIGTERM', resolve) }
}

const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host)

const greeting = ({ url, site, at }: { url: string; site: string | undefined; at: string }): string[] => [
  `[helptally] ${at} takes events into ${url}.`,
  `[helptally] In the pages: startHelp({ site: '${site ?? 'docs'}', articles: '/articles/:slug', base: '${at}' }), with ` +
    'the address that browsers reach it by.',
  process.env.HELPTALLY_TOKEN
    ? `[helptally] Reports: curl -H "Authorization: Bearer $HELPTALLY_TOKEN" ${at}/reports/sessions${site ? '' : '?site=docs'}`
    : '[helptally] Reports are closed. To read them, set HELPTALLY_TOKEN and start again.',
]

export const serveCommand: Command = {
  says: 'takes events and answers reports, without a site of its own',
  help: `helptally serve --port <n>

Serves the collector alone, for sites that are not Next.js: their pages send to it. Reports need HELPTALLY_TOKEN in the
environment, and "Authorization: Bearer <token>". SIGTERM and Ctrl-C end it when what has begun is answered.

  --port <n>              default 8787; 0 takes any that is free
  --host <address>        default 127.0.0.1; 0.0.0.0 is reached from other machines, too
  --base <path>           where the collector is, default /api/help
  --origin <origin>       whose pages may send, such as https://help.example.com; may be repeated. Default: all
  --address <header>      the header in which your own proxy says the client's address, for limits per address;
                          ${OF_CONNECTION} where there is no proxy. Default: none is known
  --site <id>             the help center that reports are about when they are not asked for another
  --tz <zone>             time zone of their days, default UTC
${STORE_HELP}`,
  run,
}
