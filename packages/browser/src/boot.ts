import type { HelpEngine, HelpOptions } from './helpEngine.js'
import { firstPorts } from './ports/firstPorts.js'
import type { Ports } from './ports/ports.js'
import { type RunningEngine, startPage } from './startPage.js'

/** Shared by all copies of this module in a page, so that a second copy, or a hot reload, joins the first. */
const SLOT = Symbol.for('helptally')

const page = globalThis as { [SLOT]?: RunningEngine }

/** Starts the engine of this page, or returns the one that already runs. Does nothing on the server or in an iframe. */
export function startHelp(options: HelpOptions, ports?: Ports): HelpEngine | undefined {
  if (typeof window === 'undefined' || window.top !== window) return undefined
  try {
    page[SLOT] ??= start(options, ports)
  } catch (error) {
    console.error('[helptally] Counting did not start; the site is not affected.', error)
  }
  return page[SLOT]
}

function start(options: HelpOptions, ports: Ports | undefined): RunningEngine {
  const first = ports ?? firstPorts()
  return startPage(options, first, async () => {
    const { browserPorts, createEngine } = await import('./engine.js')
    return (head) => createEngine(ports ?? { ...browserPorts(), clock: first.clock }, head)
  })
}

/** The engine of this page, when it runs. */
export function findHelp(): HelpEngine | undefined {
  return page[SLOT]
}

/** Ends the engine of this page and forgets it. What it stored stays, and what waited to be sent waits for the next page. */
export function stopHelp(): void {
  page[SLOT]?.stop()
  delete page[SLOT]
}
