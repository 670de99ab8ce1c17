import type { Interval } from '@helptally/server/reports'
import type { Formats } from '../format/formats.js'

/** A bar of any chart of days, x and width in percent of the plot's. */
export interface DatedBar {
  readonly row: { readonly start: string }
  readonly x: number
  readonly width: number
}

export interface DayTick {
  readonly start: string
  readonly text: string
  /** Of its middle or its end, percent of the plot's width. */
  readonly x: number
  readonly anchor: 'middle' | 'end'
  /** `wide`: only where there is room. */
  readonly room: 'any' | 'wide'
}

/** More than this many days are labelled by their Mondays. */
const MOST_LABELLED_DAYS = 10
const MOST_TICKS = 8
const MOST_TICKS_ON_A_PHONE = 5

/** Every day of a short period by name; of a longer one the Mondays, since help centers live by the week; else some of all. */
export function dayTicks(bars: readonly DatedBar[], interval: Interval, format: Formats): DayTick[] {
  const isShort = interval === 'day' && bars.length <= MOST_LABELLED_DAYS
  const days = isShort || interval !== 'day' ? bars : bars.filter((bar) => format.isMonday(bar.row.start))
  const step = Math.ceil(days.length / MOST_TICKS)
  const shown = days.filter((_, i) => i % step === 0)
  return shown.map((bar, i) => ({
    start: bar.row.start,
    text: isShort ? format.weekday(bar.row.start) : format.day(bar.row.start),
    ...placeBelow(bar),
    room: shown.length > MOST_TICKS_ON_A_PHONE && i % 2 === 1 ? 'wide' : 'any',
  }))
}

/** Marks the last day as `today`, in place of the ticks that it would touch. */
export function withToday(ticks: readonly DayTick[], bars: readonly DatedBar[], today: string): DayTick[] {
  const last = bars.at(-1)
  if (!last) return [...ticks]
  const { x, anchor } = placeBelow(last)
  const reach = anchor === 'end' ? 1.5 : 1
  return [
    ...ticks
      .filter((tick) => x - tick.x >= reach * ROOM_OF_A_TICK.wide)
      .map((tick): DayTick => (x - tick.x < reach * ROOM_OF_A_TICK.narrow ? { ...tick, room: 'wide' } : tick)),
    { start: last.row.start, text: today, x, anchor, room: 'any' },
  ]
}

/** Percent of the plot's width that one label needs, on a phone and elsewhere. */
const ROOM_OF_A_TICK = { narrow: 14, wide: 8 }

/** Below the middle of its bar. Where it would reach out of the card, below a narrow bar at the edge, it ends with the bar. */
function placeBelow({ x, width }: DatedBar): Pick<DayTick, 'x' | 'anchor'> {
  const middle = x + width / 2
  return 100 - middle < ROOM_OF_A_TICK.wide / 2 ? { x: x + width, anchor: 'end' } : { x: middle, anchor: 'middle' }
}
