import type { CollectorOptions } from '../../src/collector/createCollector.js'
import { createCollector } from '../../src/collector/createCollector.js'
import { NOON } from './events.js'
import { tempStore } from './temp.js'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
}

export interface TestCollector {
  readonly lines: string[]
  handle(request: Request, path: readonly string[]): Promise<Response>
  send(method: string, path: string, init?: RequestInit): Promise<Answer>
  post(body: unknown, init?: RequestInit): Promise<Answer>
  /** Sends a batch of events at noon, as a page would. */
  events(...events: readonly unknown[]): Promise<Answer>
  get(path: string, init?: RequestInit): Promise<Answer>
}

/** A collector over a store of its own, at noon. */
export async function collect(options: Partial<CollectorOptions> = {}): Promise<TestCollector> {
  const lines: string[] = []
  const store = options.store ?? (await tempStore())
  const collector = createCollector({ now: () => NOON, log: (line) => lines.push(line), ...options, store })

  const send: TestCollector['send'] = async (method, path, init) => {
    const request = new Request(`http://localhost/api/help/${path}`, { ...init, method })
    const response = await collector.handle(request, path.split('?')[0]!.split('/'))
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  const post: TestCollector['post'] = (body, init) =>
    send('POST', 'events', {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'text/plain' },
      ...init,
    })
  return {
    lines,
    handle: (request, path) => collector.handle(request, path),
    send,
    post,
    events: (...events) => post({ sentAt: NOON, events }),
    get: (path, init) => send('GET', path, init),
  }
}
