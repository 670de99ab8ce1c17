import type { HelpEvent } from '@helptally/core'
import { browserPorts } from '../../src/ports/browserPorts.js'
import type { Ports } from '../../src/ports/ports.js'
import { eventsIn } from './takeBatch.js'

/** jsdom's own page, with a collector that keeps what it gets. Every event counts as the reader's. */
export function realPage(): { readonly ports: Ports; readonly received: HelpEvent[] } {
  const received: HelpEvent[] = []
  const ports: Ports = {
    ...browserPorts(),
    trusts: () => true,
    whenIdle: () => {},
    async send(_url, body) {
      received.push(...eventsIn(body))
      return { status: 202 }
    },
  }
  return { ports, received }
}

/** Forgets what a page stored, and the choice. */
export function forgetPage(): void {
  sessionStorage.clear()
  localStorage.clear()
  // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no Cookie Store API
  document.cookie = 'help_choice=; Path=/; Max-Age=0'
}

/** Comes true once `holds` does. */
export async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 5_000; !holds(); ) {
    if (Date.now() > end) throw new Error(`never came true: ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
