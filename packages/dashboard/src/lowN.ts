/** A share of fewer things than that says little: it is shown in grey. */
export const LOW_N = 30

export const isLow = (n: number): boolean => n < LOW_N
