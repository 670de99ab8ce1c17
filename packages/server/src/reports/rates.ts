/** A share of `n` things; null of none, which is not the same as 0. */
export interface Rate {
  /** From 0 to 1. */
  readonly rate: number | null
  /** Of how many. */
  readonly n: number
}

export const rateOf = (part: number, n: number): Rate => ({ rate: n === 0 ? null : part / n, n })

/** 95 %. */
const Z = 1.96

/**
 * The lower bound of the Wilson score interval: what a share is at least, however few were asked. null of none.
 * E. B. Wilson (1927), J. American Statistical Association 22; https://www.evanmiller.org/how-not-to-sort-by-average-rating.html
 */
export function wilsonLow(part: number, n: number): number | null {
  if (n === 0) return null
  const p = part / n
  const spread = Z * Math.sqrt((p * (1 - p) + (Z * Z) / (4 * n)) / n)
  return Math.max(0, (p + (Z * Z) / (2 * n) - spread) / (1 + (Z * Z) / n))
}
