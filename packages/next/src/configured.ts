import type { HelpOptions } from '@helptally/browser'

export type Configurable = Pick<HelpOptions, 'consent' | 'beforeSend'>

/** Shared by all copies of this module in a page: bundlers make one for each layer. */
const SLOT = Symbol.for('helptally.configured')

const page = globalThis as { [SLOT]?: Configurable }

/** What a site has configured before its engine was there. */
export const configured = (): Configurable => page[SLOT] ?? {}

export function keepForEngine(options: Configurable): void {
  if (typeof window !== 'undefined') page[SLOT] = { ...configured(), ...options }
}
