/** Events of all the minutes. */
export const eventsOf = (perMinute: readonly number[]): number => perMinute.reduce((sum, events) => sum + events, 0)
