/** What a clock on the wall shows in a time zone. `month` and `day` count from 1; those out of range roll over. */
export interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
}

const DAY_MS = 86_400_000

export function isTimeZone(tz: string): boolean {
  try {
    formatOf(tz)
    return true
  } catch {
    return false
  }
}

/** The wall time at an instant (epoch ms). */
export function wallTimeAt(instant: number, tz: string): Required<WallTime> {
  const wall = new Date(wallMs(instant, tz))
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
  }
}

/**
 * The instant (epoch ms) at which a day begins: at midnight, or where clocks skip midnight, at the skip.
 * Where clocks are set back over midnight, at the first of the two. No zone changes its clocks twice in two days.
 */
export function startOfDay({ year, month, day }: WallTime, tz: string): number {
  const midnight = Date.UTC(year, month - 1, day)
  const offsets = [midnight - DAY_MS, midnight + DAY_MS].map((instant) => wallMs(instant, tz) - instant)
  const [early, late] = offsets.map((offset) => midnight - offset).sort((a, b) => a - b) as [number, number]
  if (early === late || wallMs(early, tz) === midnight) return early
  if (wallMs(late, tz) === midnight) return late
  return firstInstantFrom(midnight, tz, early - DAY_MS, late + DAY_MS)
}

/** The first instant in (low, high] whose wall time is not before `midnight`. */
function firstInstantFrom(midnight: number, tz: string, low: number, high: number): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (wallMs(middle, tz) < midnight) low = middle
    else high = middle
  }
  return high
}

/** The wall time at an instant, written as if it were UTC (ms). */
function wallMs(instant: number, tz: string): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatOf(tz).formatToParts(instant)) parts[type] = Number(value)
  const { year, month, day, hour, minute, second } = parts as Record<string, number> & Required<WallTime>
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((instant % 1000) + 1000) % 1000)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(tz: string): Intl.DateTimeFormat {
  const known = formats.get(tz)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: tz,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(tz, format)
  return format
}
