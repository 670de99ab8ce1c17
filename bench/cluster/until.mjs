import { setTimeout as after } from 'node:timers/promises'

const AGAIN_MS = 100

/** Asks again and again until it is so; throws when it has not become so in time. */
export async function until(what, isSo, { withinMs = 60_000 } = {}) {
  const givesUpAt = performance.now() + withinMs
  for (;;) {
    const found = await isSo()
    if (found) return found
    if (performance.now() > givesUpAt) throw new Error(`[helptally] Expected ${what} within ${withinMs / 1_000} s.`)
    await after(AGAIN_MS)
  }
}
