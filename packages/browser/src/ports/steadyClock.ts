import type { Clock } from './ports.js'

/** A difference between the clocks that is no rounding and no gentle correction, ms. */
const JUMP_MS = 1_000

/** What a browser offers: a clock that can be set, and one that may stop while the computer sleeps. */
export interface Clocks {
  /** Epoch ms. */
  wall(): number
  /** Ms since whenever, never backwards. */
  mono(): number
  after: Clock['after']
}

/**
 * Epoch ms that never run backwards. Of two readings the clock that went further is right: the wall clock after a sleep,
 * the monotonic one after the wall clock was set back. So idle time is real time, whatever happens to the clock.
 */
export function steadyClock({ wall, mono, after }: Clocks): Clock {
  let [wallRead, monoRead] = [wall(), mono()]
  let latest = wallRead
  let ahead = 0

  return {
    now() {
      const [wallNow, monoNow] = [wall(), mono()]
      const [wallWent, monoWent] = [wallNow - wallRead, monoNow - monoRead]
      if (wallWent < monoWent - JUMP_MS) ahead += Math.round(monoWent - wallWent)
      wallRead = wallNow
      monoRead = monoNow
      latest = Math.max(latest, wallNow + ahead)
      return latest
    },
    after,
    ahead: () => ahead,
    goOnFrom(at, aheadMs) {
      ahead = Math.max(ahead, aheadMs)
      latest = Math.max(latest, wallRead + ahead)
      ahead += Math.max(0, at - latest)
      latest = Math.max(latest, at)
    },
  }
}
