import type { Readable, Writable } from 'node:stream'
import type { CDPSession } from 'playwright-core'

/** A command of the DevTools protocol, typed by its name. */
export type Send = CDPSession['send']

/** What the browser tells, of itself or of the session. The protocol types the params; who listens knows which. */
// biome-ignore lint/suspicious/noExplicitAny: each event has params of its own
export type OnEvent = (params: any, sessionId: string | undefined) => void

/** The DevTools protocol over the two pipes of `--remote-debugging-pipe`: no port, and the browser ends with us. */
export interface DevTools {
  /** To the browser itself, or to one of its attached targets. */
  to(sessionId?: string): Send
  /** The answer stops it. */
  on(event: string, run: OnEvent): () => void
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly sessionId?: string
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Waiting {
  readonly method: string
  readonly sessionId: string | undefined
  resolve(result: never): void
  reject(error: Error): void
}

const END = '\0'

export function speakDevTools(write: Writable, read: Readable): DevTools {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<{ readonly event: string; readonly run: OnEvent }>()
  let lastId = 0
  let unread = ''
  let isGone = false

  const hear = ({ id, method, params, sessionId, result, error }: Message) => {
    if (method) {
      if (method === 'Target.detachedFromTarget') forget((params as { readonly sessionId: string }).sessionId)
      for (const { event, run } of [...listeners]) if (event === method) run(params, sessionId)
      return
    }
    const asked = waiting.get(id!)
    waiting.delete(id!)
    if (error) asked?.reject(new Error(`${asked.method}: ${error.message}`))
    else asked?.resolve(result as never)
  }
  // A page that is swapped for another answers nothing any more.
  const forget = (sessionId: string) => {
    for (const [id, asked] of waiting) {
      if (asked.sessionId !== sessionId) continue
      waiting.delete(id)
      asked.reject(new Error(`${asked.method}: the page is gone`))
    }
  }
  read.setEncoding('utf8').on('data', (data: string) => {
    const messages = (unread + data).split(END)
    unread = messages.pop()!
    for (const message of messages) hear(JSON.parse(message))
  })
  const fail = () => {
    isGone = true
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: the browser is gone`))
    waiting.clear()
  }
  read.on('close', fail)
  write.on('error', fail)

  return {
    to: (sessionId) => (method, params) =>
      new Promise((resolve, reject) => {
        if (isGone) return reject(new Error(`${method}: the browser is gone`))
        const id = ++lastId
        waiting.set(id, { method, sessionId, resolve, reject })
        write.write(JSON.stringify({ id, method, params, sessionId }) + END)
      }),
    on(event, run) {
      const listener = { event, run }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
