import type { Entry } from '@helptally/core'
import type { RawChromium } from './rawChromium.js'
import type { RawTab } from './rawTab.js'
import { until } from './until.js'

/** What the engine of a page says of itself. */
export interface EngineState {
  readonly consent: 'unknown' | 'granted' | 'refused'
  readonly status: 'off' | 'claiming' | 'ready' | 'parked'
  readonly tabId: string | null
  readonly session: { readonly id: string; readonly entry: Entry; readonly startedAt: number } | null
  readonly article: { readonly id: string } | null
  readonly degraded: readonly string[]
}

/** The engine of the page in a tab; null while none runs. */
export function engineOf(tab: RawTab): Promise<EngineState | null> {
  return tab.evaluate(() => {
    const engine = (globalThis as never as Record<symbol, { store: { getState(): EngineState } } | undefined>)[
      Symbol.for('helptally')
    ]
    return engine?.store.getState() ?? null
  })
}

/** Waits until the engine counts. */
export async function whenReady(tab: RawTab): Promise<EngineState & { readonly tabId: string }> {
  const ask = () => engineOf(tab).catch(() => null)
  return (await until(ask, (engine) => engine?.status === 'ready')) as EngineState & { readonly tabId: string }
}

/** Waits for the tab to have a session, other than `previous`. */
export async function sessionIn(tab: RawTab, previous?: string): Promise<string> {
  const ask = () =>
    engineOf(tab).then(
      (engine) => engine?.session?.id,
      () => undefined,
    )
  return (await until(ask, (id) => id !== undefined && id !== previous))!
}

/** Opens an article by its address and waits for its session. */
export async function read(tab: RawTab, address: string): Promise<string> {
  await tab.goto(address)
  return sessionIn(tab)
}

/** The tab that opens by what the reader does. */
export async function openedBy(chromium: RawChromium, act: () => Promise<void>): Promise<RawTab> {
  const known = chromium.tabs()
  await act()
  return chromium.nextTab(known)
}

export const isVisible = (tab: RawTab): Promise<boolean> => tab.evaluate(() => document.visibilityState === 'visible')

/** The record that the tab keeps in its storage. */
export function recordOf(tab: RawTab): Promise<{ tabId: string; thread: { open: { id: string } | null } }> {
  return tab.evaluate(() => JSON.parse(sessionStorage.getItem('help.tab')!))
}
