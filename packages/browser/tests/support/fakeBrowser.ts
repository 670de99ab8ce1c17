import type { ChatEvent, HelpEvent } from '@helptally/core'
import type { Reply } from '../../src/ports/ports.js'
import { SimulatedBrowser } from '../../src/simulation/simulatedBrowser.js'
import { takeBatch } from './takeBatch.js'

export const MINUTE = 60_000

/** A browser with a collector that writes down all it gets. */
export class FakeBrowser extends SimulatedBrowser {
  received: HelpEvent[] = []
  chat: ChatEvent[] = []
  /** Events that were sent again, though the collector had them. */
  copies = 0
  /** Events that pages said they had given up. */
  dropped = 0
  requests = 0
  answer: () => Promise<Reply> = async () => ({ status: 202 })
  /** What the collector does with a batch that it takes. */
  take = (body: string): { readonly mark: number } => takeBatch(this, body)

  constructor() {
    super(async (body) => {
      this.requests++
      const reply = await this.answer()
      return reply.status === 202 ? { ...reply, ...this.take(body) } : reply
    })
  }
}
