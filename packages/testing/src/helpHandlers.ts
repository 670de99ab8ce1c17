import { addressBelow } from '@helptally/core'
import { HttpResponse, http, type RequestHandler } from 'msw'
import { readBatch } from './readBatch.js'
import { createRecorder, type Recorded } from './recorder.js'

export type { RejectedEvent } from './sortEvents.js'

export interface HelpHandlersOptions {
  /** The collector's base path, on any origin, or its absolute address. Default `/api/help`. */
  readonly base?: string
}

/** A collector made of msw handlers, which keeps what it receives. */
export interface HelpRecorder extends Recorded {
  /** For `setupServer(...help.handlers)`. */
  readonly handlers: RequestHandler[]
  /** Forgets everything, ordered failures and requests that are being answered included. */
  clear(): void
}

const DEFAULT_BASE = '/api/help'

/** Answers `POST {base}/events` as the collector does, by the same schemas. */
export function helpHandlers({ base = DEFAULT_BASE }: HelpHandlersOptions = {}): HelpRecorder {
  const recorder = createRecorder(() => Date.now())
  const { events, chat, rejected, sessions, clear, failNext } = recorder

  async function receive(request: Request): Promise<Response> {
    const born = recorder.life
    const failure = recorder.nextFailure()
    if (failure !== undefined) return refuse(failure, 'The test asked for this failure: failNext().')
    const read = await readBatch(request)
    return read.ok
      ? HttpResponse.json(recorder.take(read.batch, born), { status: 202 })
      : refuse(read.status, read.error)
  }

  return {
    handlers: [
      http.post((base.startsWith('/') ? '*' : '') + addressBelow(base, 'events'), ({ request }) => receive(request)),
    ],
    ...{ events, chat, rejected, sessions, clear, failNext },
  }
}

function refuse(status: number, error: string): Response {
  return HttpResponse.json({ error }, { status })
}
