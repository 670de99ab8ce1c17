import { join } from 'node:path'
import type { RawChromium } from './rawChromium.js'
import { until } from './until.js'

/** The folder of the extension that `openBrowserMenu` drives. */
export const TABS_EXTENSION: string = join(import.meta.dirname, 'tabsExtension')

/** What a reader does by the browser's own menus, out of reach for a page. Tabs are named by a part of their address. */
export interface BrowserMenu {
  duplicate(urlPart: string, times?: number): Promise<void>
  /** At once, and each moved into a window of its own: there all are in view. */
  duplicateIntoWindows(urlPart: string, times: number): Promise<void>
  /** Throws the page away to save memory; the tab stays. */
  discard(urlPart: string): Promise<void>
  /** Opens the tab that was closed last again. */
  reopenClosed(): Promise<void>
}

interface ChromeTab {
  readonly id: number
  readonly url: string
}
declare const chrome: {
  tabs: {
    query(filter: object): Promise<ChromeTab[]>
    duplicate(id: number): Promise<ChromeTab>
    discard(id: number): Promise<ChromeTab>
  }
  windows: { create(options: { readonly tabId: number }): Promise<unknown> }
  sessions: { restore(): Promise<unknown> }
}

/** For a browser with the `TABS_EXTENSION`. */
export async function openBrowserMenu({ send, devTools }: RawChromium): Promise<BrowserMenu> {
  const findWorker = async () => {
    const { targetInfos } = await send('Target.getTargets', { filter: [{ type: 'service_worker' }] })
    return targetInfos.find(({ url }) => url.startsWith('chrome-extension://') && url.endsWith('/worker.js'))
  }
  const worker = (await until(findWorker, (found) => found !== undefined))!
  const { sessionId } = await send('Target.attachToTarget', { targetId: worker.targetId, flatten: true })
  const run = async <A extends unknown[]>(menu: (...args: A) => Promise<unknown>, ...args: A): Promise<void> => {
    const expression = `(${menu})(...${JSON.stringify(args)})`
    const { exceptionDetails } = await devTools.to(sessionId)('Runtime.evaluate', { expression, awaitPromise: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  }
  return {
    duplicate: (urlPart, times = 1) =>
      run(
        async (part, count) => {
          const tab = (await chrome.tabs.query({})).find(({ url }) => url.includes(part))!
          await Promise.all(Array.from({ length: count }, () => chrome.tabs.duplicate(tab.id)))
        },
        urlPart,
        times,
      ),
    duplicateIntoWindows: (urlPart, times) =>
      run(
        async (part, count) => {
          const tab = (await chrome.tabs.query({})).find(({ url }) => url.includes(part))!
          const duplicates = await Promise.all(Array.from({ length: count }, () => chrome.tabs.duplicate(tab.id)))
          await Promise.all(duplicates.map(({ id }) => chrome.windows.create({ tabId: id })))
        },
        urlPart,
        times,
      ),
    discard: (urlPart) =>
      run(async (part) => {
        const tab = (await chrome.tabs.query({})).find(({ url }) => url.includes(part))!
        await chrome.tabs.discard(tab.id)
      }, urlPart),
    reopenClosed: () => run(() => chrome.sessions.restore()),
  }
}
