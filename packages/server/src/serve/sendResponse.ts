import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { discard } from './discard.js'

/** Answers over HTTP; resolves when all is said, or nobody listens. `signal`: what streams shall end. */
export async function sendResponse(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  response: Response,
  signal: AbortSignal,
): Promise<void> {
  // What came together with the head of a request is heard of a turn later.
  if (!incoming.complete) await nextTurn()
  // What was not read stands before the next request of the connection.
  const isUnread = !incoming.complete
  if (isUnread) outgoing.setHeader('connection', 'close')
  for (const [name, value] of response.headers) {
    if (name === 'set-cookie') outgoing.appendHeader(name, value)
    else outgoing.setHeader(name, value)
  }
  outgoing.statusCode = response.status
  if (isStream(response)) await stream(outgoing, response.body, signal)
  else await sendWhole(incoming, outgoing, response)
  if (isUnread) await discard(incoming)
  outgoing.end()
}

/** What says its length itself is a file, which is not held in memory. */
const isStream = ({ headers }: Response): boolean =>
  headers.get('content-type') === 'text/event-stream' || headers.has('content-length')

async function sendWhole({ method }: IncomingMessage, outgoing: ServerResponse, response: Response): Promise<void> {
  const bytes = Buffer.from(await response.arrayBuffer())
  if (response.status !== 204) outgoing.setHeader('content-length', bytes.byteLength)
  outgoing.flushHeaders()
  if (method !== 'HEAD' && bytes.byteLength > 0) outgoing.write(bytes)
}

/** No faster than it is read. */
async function stream(outgoing: ServerResponse, body: Response['body'], signal: AbortSignal): Promise<void> {
  outgoing.flushHeaders()
  const reader = body?.getReader()
  if (!reader) return
  const end = (): void => void reader.cancel().catch(() => undefined)
  const over = AbortSignal.any([signal, closing(outgoing)])
  over.addEventListener('abort', end)
  if (over.aborted) end()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const isRoom = outgoing.write(read.value)
      pushOn(outgoing)
      if (!isRoom) await once(outgoing, 'drain', { signal: over }).catch(() => undefined)
    }
  } finally {
    over.removeEventListener('abort', end)
  }
}

/** Next compresses what it answers, and would hold back what was written until there is enough of it. */
function pushOn(outgoing: ServerResponse & { flush?: () => void }): void {
  outgoing.flush?.()
}

/** Aborted when the connection is gone. */
function closing(outgoing: ServerResponse): AbortSignal {
  const closed = new AbortController()
  if (outgoing.closed) closed.abort()
  else outgoing.once('close', () => closed.abort())
  return closed.signal
}
