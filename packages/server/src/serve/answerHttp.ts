import type { IncomingMessage, ServerResponse } from 'node:http'
import { refuse } from '../collector/answers.js'
import { sendResponse } from './sendResponse.js'
import { toRequest } from './toRequest.js'

export interface AnswerHttpOptions {
  /** The server is ending: what streams shall end, and the connection with it. Default: nothing says so. */
  readonly ending?: AbortSignal
}

/**
 * Answers what came to `node:http`, or to an API route of Next, by a function of web standards. The body must not have
 * been read. Resolves when all is said, or nobody listens any more; rejects when the answer cannot be made or sent, and
 * then the connection is closed.
 */
export async function answerHttp(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handle: (request: Request) => Response | Promise<Response>,
  { ending = new AbortController().signal }: AnswerHttpOptions = {},
): Promise<void> {
  // A connection that breaks is the client's business; who handles hears of it by the signal, or the body.
  incoming.on('error', () => undefined)
  outgoing.on('error', () => undefined)
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort())
  try {
    const request = toRequest(incoming, gone.signal)
    const response = request ? await handle(request) : refuse(400, REQUEST_EXPECTED)
    if (ending.aborted) outgoing.setHeader('connection', 'close')
    await sendResponse(incoming, outgoing, response, ending)
  } catch (error) {
    if (outgoing.destroyed) return
    outgoing.destroy()
    throw error
  }
}

const REQUEST_EXPECTED = 'expected a request with a path, by a method such as GET or POST'
