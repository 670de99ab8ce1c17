import type { Channel, Locks } from '../ports/ports.js'
import type { SimulatedBrowser } from './simulatedBrowser.js'

export function simulatedLocks(browser: SimulatedBrowser): Locks | null {
  return (
    browser.locks && {
      async tryTake(name) {
        const held = browser.locks!
        await browser.lockAnswer()
        if (held.has(name)) {
          browser.locksRefused++
          return null
        }
        held.add(name)
        let isHeld = true
        return () => {
          if (isHeld) held.delete(name)
          isHeld = false
        }
      },
      held: async () => [...browser.locks!],
    }
  )
}

/** A message reaches all other ends that are still open when it comes, never its sender. */
export function openSimulatedChannel(browser: SimulatedBrowser, onMessage: (message: unknown) => void): Channel | null {
  if (!browser.hasChannels) return null
  const end = { deliver: onMessage }
  browser.channels.add(end)
  browser.channelsOpened++
  return {
    post: (message) => {
      if (!browser.channels.has(end)) throw new DOMException('The channel is closed.', 'InvalidStateError')
      for (const other of browser.channels)
        if (other !== end)
          browser.timer(browser.messagesTakeMs, () => browser.channels.has(other) && other.deliver(message))
    },
    close: () => browser.channels.delete(end),
  }
}
