import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { findChromium, QUIET } from './chromium.js'
import { type DevTools, type Send, speakDevTools } from './devTools.js'
import { attachTab, type RawTab } from './rawTab.js'
import { until } from './until.js'

/** A Chromium without Playwright, which hides what tabs go through: hidden, frozen, discarded, restored, crashed. */
export interface RawChromium {
  readonly devTools: DevTools
  /** To the browser. */
  readonly send: Send
  /** All tabs so far and still there, in the order of their birth. */
  tabs(): RawTab[]
  /** Waits for the first tab that is not among those. */
  nextTab(known: readonly RawTab[]): Promise<RawTab>
  newTab(url: string, options?: { readonly background?: boolean; readonly newWindow?: boolean }): Promise<RawTab>
  /** As the reader quits the browser. The profile stays. */
  close(): Promise<void>
  /** As the system ends the browser. The profile stays. */
  kill(signal?: NodeJS.Signals): Promise<void>
}

export interface RawOptions {
  /** The folder of the profile; the same again is the same reader. */
  readonly profile: string
  readonly flags?: readonly string[]
  /** The folder of an unpacked extension. */
  readonly extension?: string
}

const FLAGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-default-browser-check',
  '--password-store=basic',
  '--window-size=1200,800',
]

export async function launchRawChromium({ profile, flags = [], extension }: RawOptions): Promise<RawChromium> {
  const loads = extension
    ? [`--load-extension=${extension}`, '--disable-features=DisableLoadExtensionCommandLineSwitch']
    : []
  const args = [...FLAGS, ...QUIET, ...loads, `--user-data-dir=${profile}`, ...flags]
  const chromium = spawn(findChromium(), args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const [, , , write, read] = chromium.stdio
  const devTools = speakDevTools(write as Writable, read as Readable)
  const send = devTools.to()
  const tabs = new Map<string, RawTab>()

  devTools.on('Target.targetCreated', async ({ targetInfo: { targetId, type } }) => {
    // It may be gone again before it is attached.
    if (type === 'tab')
      await attachTab(devTools, targetId).then(
        (tab) => tabs.set(targetId, tab),
        () => {},
      )
  })
  devTools.on('Target.targetDestroyed', ({ targetId }) => tabs.delete(targetId))
  await send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'tab' }, { type: 'page' }] })
  const shown = () => [...tabs.values()].filter((tab) => tab.url() !== '')
  await until(shown, (found) => found.length > 0)

  return {
    devTools,
    send,
    tabs: shown,
    async nextTab(known) {
      const ids = new Set(known.map((tab) => tab.id))
      const found = () => shown().find((tab) => !ids.has(tab.id))
      return (await until(found, (tab) => tab !== undefined))!
    },
    async newTab(url, options) {
      const { targetId } = await send('Target.createTarget', { url, forTab: true, ...options })
      return (await until(
        () => tabs.get(targetId),
        (tab) => tab !== undefined,
      ))!
    },
    async close() {
      const gone = exitOf(chromium)
      await send('Browser.close').catch(() => {})
      await gone
    },
    async kill(signal = 'SIGKILL') {
      const gone = exitOf(chromium)
      chromium.kill(signal)
      await gone
    },
  }
}

async function exitOf(chromium: ChildProcess): Promise<void> {
  if (chromium.exitCode === null && chromium.signalCode === null) await once(chromium, 'exit')
}
