import type { DashboardLocale } from '../locale.js'
import { formatDuration, NBSP } from './duration.js'

/** How numbers and moments are written, in one language and one time zone. Moments are epoch ms or ISO instants. */
export interface Formats {
  count(n: number): string
  /** With its sign: `+12`, `-3`, `0`. */
  difference(n: number): string
  /** With its sign, of 1: `+12%`. */
  ratio(share: number): string
  /** A share of 1 without sign: `12%`. Some are `<1%`, not all `>99%`. */
  share(share: number): string
  /** `2.35 s` */
  seconds(ms: number): string
  milliseconds(ms: number): string
  /** A difference of two shares of 1, in percentage points with its sign: `+2.4`. */
  points(difference: number): string
  /** Without unit, to the thousandth: `0.042`. */
  shift(value: number): string
  /** One decimal at most: `2.5`. */
  tenths(value: number): string
  /** As few decimals as it has: `2.5`. */
  plain(value: number): string
  duration(ms: number): string
  /** `12 Nov` */
  day(at: Moment): string
  /** `Thu 12`, for an axis of few days. */
  weekday(at: Moment): string
  /** `Thu, 12 Nov 2026` */
  fullDay(at: Moment): string
  /** `2026-11-22`, for a date field. */
  isoDay(at: Moment): string
  /** `12 Nov, 14:03` */
  dayAndTime(at: Moment): string
  /** `22 Nov 2026, 14:03:12` */
  moment(at: Moment): string
  /** `14:03:12` */
  clock(at: Moment): string
  /** Whether both lie on one day of the time zone. */
  isSameDay(a: Moment, b: Moment): boolean
  isMonday(at: Moment): boolean
  /** `24 Oct – 22 Nov 2026`, half-open: the day of `to` itself is not part of it. */
  period(from: Moment, to: Moment): string
}

export type Moment = number | string

/** What would be rounded to none. */
const HALF_PERCENT = 0.005

export function formatsOf(locale: DashboardLocale, timeZone: string): Formats {
  const tag = LANGUAGE_TAG[locale]
  const number = (options?: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(tag, options)
    return (n: number) => format.format(n)
  }
  const date = (options: Intl.DateTimeFormatOptions, language = tag) => {
    const format = new Intl.DateTimeFormat(language, { timeZone, hourCycle: 'h23', ...options })
    return (at: Moment) => format.format(instantOf(at))
  }
  const dayKey = date({ dateStyle: 'short' })
  const weekdayName = date({ weekday: 'short' }, 'en-US')
  const percent = number({ style: 'percent', maximumFractionDigits: 0 })
  const signedTenths = number({ signDisplay: 'exceptZero', maximumFractionDigits: 1 })
  const whole = number({ maximumFractionDigits: 0 })
  const hundredths = number({ minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const range = new Intl.DateTimeFormat(tag, { timeZone, day: 'numeric', month: 'short', year: 'numeric' })
  return {
    count: number(),
    difference: number({ signDisplay: 'exceptZero' }),
    ratio: number({ style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 }),
    share: (share) => {
      if (share > 0 && share < HALF_PERCENT) return `<${percent(0.01)}`
      return share < 1 && share >= 1 - HALF_PERCENT ? `>${percent(0.99)}` : percent(share)
    },
    seconds: (ms) => `${hundredths(ms / 1000)}${NBSP}s`,
    milliseconds: (ms) => `${whole(ms)}${NBSP}ms`,
    points: (difference) => signedTenths(100 * difference),
    shift: number({ minimumFractionDigits: 3, maximumFractionDigits: 3 }),
    tenths: number({ maximumFractionDigits: 1 }),
    plain: number(),
    duration: (ms) => formatDuration(locale, ms),
    day: date({ day: 'numeric', month: 'short' }),
    weekday: date({ weekday: 'short', day: 'numeric' }),
    fullDay: date({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    // Swedish writes dates as ISO does.
    isoDay: date({ dateStyle: 'short' }, 'sv-SE'),
    dayAndTime: date({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
    moment: date({ dateStyle: 'medium', timeStyle: 'medium' }),
    clock: date({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    isSameDay: (a, b) => dayKey(a) === dayKey(b),
    isMonday: (at) => weekdayName(at) === 'Mon',
    period: (from, to) => range.formatRange(instantOf(from), instantOf(to) - 1),
  }
}

/** Day before month and a 24-hour clock in both languages: `en` alone would mean the United States. */
const LANGUAGE_TAG: Readonly<Record<DashboardLocale, string>> = { en: 'en-GB', es: 'es' }

function instantOf(at: Moment): number {
  return typeof at === 'number' ? at : Date.parse(at)
}
