const MONDAY_NINE = Date.UTC(2026, 10, 2, 9)

/** Epoch ms of a moment counted from a fixed morning: `at('4:59.999')`, `at('24:00:00')`. */
export function at(clock: string): number {
  return MONDAY_NINE + span(clock)
}

/** Milliseconds of `[hours:]minutes:seconds[.millis]`. */
export function span(clock: string): number {
  return Math.round(clock.split(':').reduce((total, part) => total * 60 + Number(part), 0) * 1000)
}
