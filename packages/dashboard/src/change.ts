/** The difference to the period before. */
export interface Change {
  readonly difference: number
  /** Of the value before; null when that is 0, because no percentage of nothing exists. */
  readonly ratio: number | null
}

export function changeSince(before: number, now: number): Change {
  const difference = now - before
  return { difference, ratio: before === 0 ? null : difference / before }
}
