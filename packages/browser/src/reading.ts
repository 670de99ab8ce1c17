/** After the last input a reader goes on reading for so long, at most: some hundred words. */
export const READS_ON_MS = 30_000

/** How an article that is on screen was read so far. Times are epoch ms. */
export interface Reading {
  /** Ms in which the article was visible, its window focused, and the last input no older than `READS_ON_MS`. */
  readonly engagedMs: number
  /** The greatest share of the article that came into view, 0 to 100 in whole percent. */
  readonly scroll: number
  /** Up to when that is so. */
  readonly at: number
  /** The last input, or the opening. */
  readonly inputAt: number
  readonly isVisible: boolean
  readonly isFocused: boolean
}

/** What happens to a reading, at one moment: the reader acts, more comes into view, the page is hidden or shown. */
export type ReadingChange = Partial<Pick<Reading, 'inputAt' | 'scroll' | 'isVisible' | 'isFocused'>>

/** The reading as of `at` (epoch ms), with what happened then. What is told late, with a time that has passed, takes nothing back. */
export function readOn(reading: Reading, at: number, change: ReadingChange = {}): Reading {
  const { engagedMs, scroll, inputAt, isVisible, isFocused } = reading
  const now = Math.max(at, reading.at)
  const engagedUntil = isVisible && isFocused ? Math.min(now, inputAt + READS_ON_MS) : reading.at
  return {
    engagedMs: engagedMs + Math.max(0, engagedUntil - reading.at),
    scroll: Math.max(scroll, change.scroll ?? 0),
    at: now,
    inputAt: Math.max(inputAt, change.inputAt ?? 0),
    isVisible: change.isVisible ?? isVisible,
    isFocused: change.isFocused ?? isFocused,
  }
}
