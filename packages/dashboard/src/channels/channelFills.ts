import type { Channel } from '@helptally/core'

/**
 * The colour token of each channel. Nine channels are more than hues that stay apart: some share one with another, and are
 * hatched. Neighbours differ in lightness.
 */
export const CHANNEL_HUES: Readonly<Record<Channel, string>> = {
  help: 'article_click',
  web: 'direct_link',
  messaging_api: 'search_enter',
  facebook: 'direct_link',
  whatsapp: 'good',
  instagram: 'search_enter',
  telegram: 'article_click',
  twitter: 'quiet',
  sms: 'quiet',
}

export const HATCHED_CHANNELS: readonly Channel[] = ['facebook', 'instagram', 'telegram', 'sms']

interface Hatch {
  /** Within a square of 6. */
  readonly path: string
  /** Degrees. */
  readonly turn: number
}

const LINES = 'M0 0h6v2.5h-6z'
const GRID = 'M0 0h6v1.5h-6zM0 1.5h1.5v4.5h-1.5z'

/** One pattern for each channel but the first, for print and high contrast, where hue would not tell them apart. */
export const CHANNEL_HATCHES: Readonly<Record<Exclude<Channel, 'help'>, Hatch>> = {
  web: { path: LINES, turn: 45 },
  messaging_api: { path: LINES, turn: 0 },
  facebook: { path: LINES, turn: 90 },
  whatsapp: { path: 'M1 1h2.5v2.5h-2.5z', turn: 0 },
  instagram: { path: LINES, turn: -45 },
  telegram: { path: GRID, turn: 0 },
  twitter: { path: 'M0 0h6v6h-6zM1.5 1.5v3h3v-3z', turn: 0 },
  sms: { path: GRID, turn: 45 },
}
