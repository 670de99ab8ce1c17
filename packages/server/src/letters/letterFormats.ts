import type { LetterLocale } from './letter.js'

/** How numbers and days are written in a letter. */
export interface LetterFormats {
  readonly count: (n: number) => string
  /** A share of 1: `12%`. */
  readonly share: (share: number) => string
  /** A share of 1 with its sign: `+12%`. */
  readonly ratio: (share: number) => string
  /** Percentage points with their sign: `+2.4`. */
  readonly points: (points: number) => string
  /** As few decimals as it has, three at most. */
  readonly plain: (value: number) => string
  /** From one ISO date until another, which is not part of it: `9–15 March 2026`. */
  readonly days: (from: string, to: string) => string
}

/** Day before month in both languages: `en` alone would mean the United States. */
const LANGUAGE_TAG: Readonly<Record<LetterLocale, string>> = { en: 'en-GB', es: 'es' }

export function letterFormats(locale: LetterLocale): LetterFormats {
  const tag = LANGUAGE_TAG[locale]
  const number = (options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options).format
  const days = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  return {
    count: number(),
    share: number({ style: 'percent', maximumFractionDigits: 0 }),
    ratio: number({ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
    points: number({ maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
    plain: number(),
    days: (from, to) => days.formatRange(Date.parse(from), Date.parse(to) - 1),
  }
}
