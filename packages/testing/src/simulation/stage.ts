import type { HelpOptions } from '@helptally/browser'
import { type OpenHow, SimulatedBrowser, type SimulatedTab } from '@helptally/browser/simulation'
import { parseBatch } from '@helptally/core/schema'
import { createRecorder, type Recorder } from '../recorder.js'

export const SECOND_MS = 1_000
const ACCEPTED = 202
const BAD_REQUEST = 400

export interface StageOptions {
  /** The site under test. */
  readonly site: HelpOptions
  readonly actMs: number
  /** Epoch ms. */
  readonly startsAt: number | undefined
}

/** How something is done: `tab` is looked at for it, and must be open. */
export interface How {
  readonly tab?: SimulatedTab
  /** How much of the time that it takes belongs to it, ms: what counts from the end of it. */
  readonly lastsMs?: number
}

/** The browser that all tabs share, its time, and the collector behind it. */
export interface Stage {
  readonly browser: SimulatedBrowser
  readonly recorder: Recorder
  /** The moment that the test has come to, epoch ms. */
  now(): number
  /** Does one thing after the other, awaited or not. */
  act<T>(how: How, does: () => T | Promise<T>): Promise<T>
  /** Until so long after the last act. */
  pass(ms: number): Promise<void>
  /** A page in a new tab, which is looked at. Within an act. */
  open(path: string, how: OpenHow): SimulatedTab
  /** The tab is looked at, or none is. Within an act. */
  look(tab: SimulatedTab | null): void
  isOpen(tab: SimulatedTab): boolean
  close(tab: SimulatedTab): void
  reopen(tab: SimulatedTab): void
  /** Those that are open, in the order in which they were opened. */
  readonly tabs: readonly SimulatedTab[]
  /** Whatever was begun is done. Throws otherwise. */
  mustRest(): void
}

export function createStage({ site, actMs, startsAt }: StageOptions): Stage {
  const recorder = createRecorder(() => now())
  const browser = new SimulatedBrowser(async (body) => {
    const failure = recorder.nextFailure()
    if (failure !== undefined) return { status: failure }
    const parsed = parseBatch(JSON.parse(body))
    if (!parsed.ok) return { status: BAD_REQUEST }
    const { mark, ahead } = recorder.take(parsed.batch)
    return { status: ACCEPTED, ...(mark !== null && { mark }), ...(ahead && { ahead }) }
  })
  if (startsAt !== undefined) browser.now = startsAt
  const tabs: SimulatedTab[] = []
  let front: SimulatedTab | null = null
  /** The moment that the test has come to, by the clock that only goes forward. */
  let at = browser.mono
  let waiting = 0
  let before: Promise<unknown> = Promise.resolve()

  const now = () => browser.now - (browser.mono - at)
  const look = (tab: SimulatedTab | null) => {
    if (front !== tab) front?.setHidden(true)
    front = tab
    if (tab?.hidden) tab.setHidden(false)
  }
  const inTurn = <T>(does: () => Promise<T>): Promise<T> => {
    waiting++
    const done = before.then(does).finally(() => waiting--)
    before = done.catch(() => {})
    return done
  }
  return {
    browser,
    recorder,
    now,
    tabs,
    look,
    act: ({ tab, lastsMs = 0 }, does) =>
      inTurn(async () => {
        if (tab && !tabs.includes(tab))
          throw new Error(`[helptally] Expected an open tab, got one that was closed, at ${tab.url.pathname}.`)
        at = browser.mono
        if (tab) look(tab)
        const done = await does()
        await browser.advance(Math.max(actMs, lastsMs))
        at += lastsMs
        return done
      }),
    pass: (ms) =>
      inTurn(async () => {
        at += ms
        await browser.advance(Math.max(0, at - browser.mono))
      }),
    open(path, how) {
      look(null)
      const tab = browser.openTab(path, { ...how, options: { flushMs: 0, ...site } })
      tabs.push(tab)
      front = tab
      return tab
    },
    isOpen: (tab) => tabs.includes(tab),
    close(tab) {
      tab.close()
      tabs.splice(tabs.indexOf(tab), 1)
      if (front === tab) front = null
    },
    reopen(tab) {
      look(null)
      tabs.push(tab)
      front = tab
      tab.load(tab.url.pathname, 'history', '')
    },
    mustRest() {
      if (waiting > 0) {
        throw new Error(
          '[helptally] Expected that all acts are over, but some are under way. Await each of them before you look at what was counted.',
        )
      }
    },
  }
}
