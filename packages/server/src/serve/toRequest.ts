import type { IncomingMessage } from 'node:http'

/** What came over HTTP as a `Request`; null for what is none, such as `TRACE`. `signal`: nobody waits any more. */
export function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request | null {
  const { method = 'GET' } = incoming
  const url = urlOf(incoming)
  if (!url) return null
  const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(incoming)
  try {
    return new Request(url, { method, headers: headersOf(incoming), signal, body, duplex: 'half' })
  } catch {
    return null
  }
}

/** The path as it was sent, below the host: `//elsewhere` is a path, too. A proxy sends whole addresses. */
function urlOf({ url = '', headers }: IncomingMessage): string | null {
  const path = url.startsWith('/') ? url : pathOf(url)
  if (path === null) return null
  const host = `http://${headers.host ?? ''}`
  return (URL.canParse(`${host}${path}`) ? host : 'http://localhost') + path
}

function pathOf(address: string): string | null {
  const parsed = URL.parse(address)
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.pathname + parsed.search : null
}

/** Node has joined those that were repeated, or kept the first where there may be one. */
function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one)
  }
  return headers
}

/**
 * Reads only what is asked for. Given up, it leaves the connection alone, unlike `Readable.toWeb`: an answer has yet to
 * go over it.
 */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = incoming.iterator({ destroyOnReturn: false })
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await chunks.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
