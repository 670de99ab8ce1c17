import { isLow } from '../lowN.js'

/** Greys a number that is of few openings. */
export const lowClass = (n: number): string | undefined => (isLow(n) ? 'ht-low' : undefined)
