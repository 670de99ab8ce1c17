import type { Rate } from '@helptally/server/reports'

/** How many a share is of; 0 of none. */
export const partOf = ({ rate, n }: Rate): number => Math.round((rate ?? 0) * n)
