/** In the place of a file. */
export const STANDARD_INPUT = '-'
