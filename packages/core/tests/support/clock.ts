import { parseClock } from '../../src/index.js'

const MONDAY_NINE = Date.UTC(2026, 10, 2, 9)

/** Epoch ms of a moment counted from a fixed morning: `at('4:59.999')`, `at('24:00:00')`. */
export function at(clock: string): number {
  return MONDAY_NINE + span(clock)
}

/** Milliseconds of `[hours:]minutes:seconds[.millis]`. */
export function span(clock: string): number {
  const ms = parseClock(clock)
  if (ms === null) throw new Error(`expected a time such as 4:59.999, got ${clock}`)
  return ms
}
