/** Pages may send events again for seven days: what is forgotten sooner could come back. */
export const MIN_KEEP_DAYS = 8

export const isKeepDays = (days: string): boolean => /^\d{1,5}$/.test(days) && Number(days) >= MIN_KEEP_DAYS
