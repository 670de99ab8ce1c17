import type { ChatEvent, HelpEvent } from '@helptally/core'
import type { JournalEntry, Ports, Reply } from '../../src/ports/ports.js'
import { FakeTab, type OpenHow } from './fakeTab.js'
import { storage } from './storage.js'
import { takeBatch } from './takeBatch.js'

export const MINUTE = 60_000
/** More than this in one stretch of time is a loop. */
const MOST_TIMERS = 10_000

/** A browser with one clock, one cookie jar, and as many tabs as a test opens. */
export class FakeBrowser {
  /** The wall clock, epoch ms. Tests may set it; letting time pass moves both clocks. */
  now = Date.UTC(2026, 10, 2, 10)
  mono = 1_000
  cookies = new Map<string, string>()
  local = storage()
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
  locks: Set<string> | null = new Set()
  /** What is on the disk of unsent events; null where there is no IndexedDB. */
  journal: Map<string, JournalEntry> | null = new Map()
  /** How long the disk takes; it may also reject. */
  journalAnswer: () => Promise<void> = async () => {}
  channels = new Set<{ deliver(message: unknown): void }>()
  hasChannels = true
  /** How late a busy browser delivers what one tab says to another. */
  messagesTakeMs = 0
  /** How many ends of the channel were ever opened. */
  channelsOpened = 0
  /** How often a lock was asked for that another document held. */
  locksRefused = 0
  /** How long the browser thinks about a lock; it may also reject. */
  lockAnswer: () => Promise<void> = async () => {}
  /** The reader forbids cookies: the storages throw, what is written to `document.cookie` vanishes. */
  blocksCookies = false
  /** What this browser offers its pages, when that is not the usual. */
  offers = (usual: Ports): Ports => usual
  /** When a timer of so many ms fires: browsers round, and throttle. */
  timerMs = (ms: number): number => ms
  refusesBySignal = false
  #timers = new Map<number, { at: number; run: () => void }>()
  #nextTimer = 1

  /** Lets time pass, timers and promises included. */
  async advance(ms: number): Promise<void> {
    const end = this.mono + ms
    for (let fired = 0; ; fired++) {
      await settle()
      if (fired > MOST_TIMERS) throw new Error('A timer is set again and again, for now.')
      const due = [...this.#timers].filter(([, timer]) => timer.at <= end).sort((a, b) => a[1].at - b[1].at)[0]
      if (!due) break
      this.#timers.delete(due[0])
      this.#pass(due[1].at - this.mono)
      due[1].run()
    }
    this.#pass(end - this.mono)
    await settle()
  }

  #pass(ms: number): void {
    this.mono += Math.max(0, ms)
    this.now += Math.max(0, ms)
  }

  /** Comes true after so much time, as `advance` lets it pass. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.timer(ms, resolve))
  }

  /** Time passes and no timer fires: the page is busy, or throttled. */
  stall(ms: number): void {
    this.#pass(ms)
  }

  timer(ms: number, run: () => void): () => void {
    const id = this.#nextTimer++
    this.#timers.set(id, { at: this.mono + this.timerMs(ms), run })
    return () => this.#timers.delete(id)
  }

  openTab(path: string, how: OpenHow = {}): FakeTab {
    return new FakeTab(this, path, how)
  }
}

/** Promises that hang on other promises need a few turns. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
