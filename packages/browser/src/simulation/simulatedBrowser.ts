import type { JournalEntry, Ports, Reply } from '../ports/ports.js'
import { type OpenHow, SimulatedTab } from './simulatedTab.js'
import { type SimulatedStorage, storage } from './storage.js'

/** More than this in one stretch of time is a loop. */
const MOST_TIMERS = 10_000

/** A browser with one clock, one cookie jar, and as many tabs as somebody opens. `post` is the collector. */
export class SimulatedBrowser {
  /** The wall clock, epoch ms. It may be set; letting time pass moves both clocks. */
  now: number = Date.UTC(2026, 10, 2, 10)
  /** Ms. It only ever goes forward. */
  mono = 1_000
  cookies: Map<string, string> = new Map()
  local: SimulatedStorage = storage()
  locks: Set<string> | null = new Set()
  /** What is on the disk of unsent events; null where there is no IndexedDB. */
  journal: Map<string, JournalEntry> | null = new Map()
  /** How long the disk takes; it may also reject. */
  journalAnswer: () => Promise<void> = async () => {}
  channels: Set<{ deliver(message: unknown): void }> = new Set()
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
  offers: (usual: Ports) => Ports = (usual) => usual
  /** When a timer of so many ms fires: browsers round, and throttle. */
  timerMs: (ms: number) => number = (ms) => ms
  /** Global Privacy Control is on. */
  refusesBySignal = false
  /** The tab whose reader is acting. All pages share one document, and each hears only its own reader. */
  hearing: SimulatedTab | null = null
  readonly post: (body: string) => Promise<Reply>
  #timers = new Map<number, { at: number; run: () => void }>()
  #nextTimer = 1

  constructor(post: (body: string) => Promise<Reply>) {
    this.post = post
  }

  /** Lets time pass, timers and promises included. */
  async advance(ms: number): Promise<void> {
    const end = this.mono + ms
    for (let fired = 0; ; fired++) {
      await settle()
      if (fired > MOST_TIMERS) throw new Error('[helptally] A timer is set again and again, for now.')
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

  openTab(path: string, how: OpenHow = {}): SimulatedTab {
    return new SimulatedTab(this, path, how)
  }
}

/** Promises that hang on other promises need a few turns. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
