import type { Channel } from './ports.js'

const CHANNEL_NAME = 'help.tabs'

export function openBrowserChannel(onMessage: (message: unknown) => void): Channel | null {
  if (typeof BroadcastChannel === 'undefined') return null
  try {
    const channel = new BroadcastChannel(CHANNEL_NAME)
    channel.onmessage = (event) => onMessage(event.data)
    return { post: (message) => channel.postMessage(message), close: () => channel.close() }
  } catch {
    // Some browsers forbid it where they forbid storage.
    return null
  }
}
