/** The ranges offered, in days. */
export const RANGES = [7, 30, 90, 365] as const
export type RangeDays = (typeof RANGES)[number]

/** Half-open, as ISO instants. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** Which period a page shows, and what it is compared with. */
export interface PeriodView extends Span {
  /** null for one of the reader's own choice. */
  readonly days: RangeDays | null
  /** As much of the period before as has passed of this one; null when nothing is compared. */
  readonly before: Span | null
}

/** Whether the last day goes on. */
export const isIncomplete = ({ to }: Span, now: number): boolean => now < Date.parse(to)
