import { type HelpEngine, type HelpOptions, type Ports, startHelp, stopHelp } from '@helptally/browser'
import { browserPorts } from '@helptally/browser/ports'
import type { HelpEvent } from '@helptally/core'
import { parseBatch } from '@helptally/core/schema'

export const OPTIONS: HelpOptions = { site: 'docs', articles: '/:locale/articles/:slug', consent: 'granted' }

export interface CountingPage {
  readonly ports: Ports
  readonly received: HelpEvent[]
  /** How often a lock was asked for that this page held already. */
  readonly locksRefused: () => number
  /** Starts the engine as a site does. */
  start(): HelpEngine
  /** The reader leaves: what waits is sent. */
  leave(): void
}

/** A page at `path` for the real engine, with a collector that keeps what it gets. Every event counts as the reader's. */
export function openCountingPage(path: string): CountingPage {
  history.replaceState(null, '', path)
  const received: HelpEvent[] = []
  const held = new Set<string>()
  let refused = 0
  const ports: Ports = {
    ...browserPorts(),
    trusts: () => true,
    whenIdle: () => {},
    locks: {
      async tryTake(name) {
        if (held.has(name)) {
          refused++
          return null
        }
        held.add(name)
        return () => void held.delete(name)
      },
      held: async () => [...held],
    },
    async send(_url, body) {
      received.push(...eventsIn(body))
      return { status: 202 }
    },
  }
  return {
    ports,
    received,
    locksRefused: () => refused,
    start: () => startHelp(OPTIONS, ports)!,
    leave: () => void window.dispatchEvent(new Event('pagehide')),
  }
}

export function closeCountingPage(): void {
  stopHelp()
  sessionStorage.clear()
  localStorage.clear()
}

function eventsIn(body: string): HelpEvent[] {
  const parsed = parseBatch(JSON.parse(body))
  return parsed.ok ? [...(parsed.batch.events as readonly HelpEvent[])] : []
}
