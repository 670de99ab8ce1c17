/** The ranges offered, in days. */
export const RANGES = [7, 30, 90] as const
export type RangeDays = (typeof RANGES)[number]

/** Which period the page shows. Its instants and time zone come from the reports. */
export interface PeriodView {
  readonly days: RangeDays
  /** The moment at which the reports were asked, epoch ms. The last day is incomplete while it lies before the report's `to`. */
  readonly now: number
}
