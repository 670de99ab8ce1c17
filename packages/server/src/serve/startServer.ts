import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refuse } from '../collector/answers.js'
import type { Collector } from '../collector/createCollector.js'
import { answerHttp } from './answerHttp.js'
import { pathBelow } from './pathBelow.js'

export interface ServerOptions {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  /** The path that the collector is below, without a slash at its end. */
  readonly base: string
  /** Called with each request before it is answered. */
  readonly onRequest?: (request: Request, incoming: IncomingMessage) => void
  /** Takes one line for each fault that no caller sees. Default `console.error`. */
  readonly log?: (line: string) => void
  /** How long requests may take that have begun when the server is to end. Default 5 s. */
  readonly graceMs?: number
}

export interface Server {
  readonly port: number
  /** Takes no more requests, ends what streams, and resolves when those that had begun are answered. */
  stop(): Promise<void>
}

const GRACE_MS = 5_000
/** Longer than proxies keep theirs: https://nginx.org/en/docs/http/ngx_http_upstream_module.html#keepalive_timeout */
const KEEP_ALIVE_MS = 65_000
/** For the whole request. A page's are 64 KiB at most. */
const REQUEST_MS = 60_000

/** A collector behind `node:http`. Rejects when nothing can listen there. */
export async function startServer(
  collector: Collector,
  { host, port, base, onRequest, log = console.error, graceMs = GRACE_MS }: ServerOptions,
): Promise<Server> {
  const stopping = new AbortController()
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: REQUEST_MS })

  function handle(request: Request, incoming: IncomingMessage): Response | Promise<Response> {
    const path = pathBelow(base, new URL(request.url).pathname)
    onRequest?.(request, incoming)
    return path ? collector.handle(request, path) : refuse(404, `Nothing is here: the collector is below ${base}/.`)
  }

  server.on('request', (incoming, outgoing) => {
    answerHttp(incoming, outgoing, (request) => handle(request, incoming), { ending: stopping.signal }).catch(
      (error: unknown) => log(`[helptally] ${incoming.method} ${base}: an answer could not be sent (${error}).`),
    )
    outgoing.once('close', () => {
      if (stopping.signal.aborted) setImmediate(() => server.closeIdleConnections())
    })
  })
  server.listen(port, host)
  await once(server, 'listening')

  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      stopping.abort()
      const late = setTimeout(() => server.closeAllConnections(), graceMs)
      await closed
      clearTimeout(late)
    },
  }
}
