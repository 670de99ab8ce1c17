import type { Clock } from './ports.js'
import { steadyClock } from './steadyClock.js'

export function browserClock(): Clock {
  return steadyClock({
    wall: () => Date.now(),
    mono: () => performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  })
}
