import { createLocks } from './locks.js'
import { ObserverOfNothing } from './observerOfNothing.js'
import { sendByFetch } from './sendByFetch.js'
import { letProcessEnd } from './unrefBroadcastChannel.js'

/** Puts in what jsdom lacks and the engine, or the site, may ask for. What is there already stays; outside a page nothing is done. */
export function installStandIns(): void {
  if (typeof window === 'undefined') return
  provide(navigator, 'sendBeacon', () => sendByFetch)
  provide(navigator, 'locks', createLocks)
  provide(window, 'PerformanceObserver', () => ObserverOfNothing)
  // On the prototype, where jest's fake timers look for what a fake `performance` has to answer.
  provide(Object.getPrototypeOf(performance), 'getEntriesByType', () => () => [])
  if (typeof BroadcastChannel !== 'undefined') window.BroadcastChannel = letProcessEnd(BroadcastChannel)
}

function provide(target: object, name: string, make: () => unknown): void {
  if (name in target) return
  Object.defineProperty(target, name, { value: make(), configurable: true, writable: true })
}
