const CLOCK = /^(?:(\d{1,4}):(?=[0-5]\d:))?(\d{1,4}):([0-5]\d)(?:\.(\d{3}))?$/

/** Milliseconds of a length of time such as `4:59.999` or `24:00:00.000`; null when it is none. */
export function parseClock(text: string): number | null {
  const [found, ...parts] = CLOCK.exec(text) ?? []
  if (found === undefined) return null
  const [hours = 0, minutes = 0, seconds = 0, ms = 0] = parts.map((part) => Number(part ?? 0))
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms
}

/** A length of time (ms), to the millisecond: `4:59.999`, and with hours `24:00:00.000`. */
export function clockOf(ms: number): string {
  const [hours, minutes, seconds] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(Math.floor) as [
    number,
    number,
    number,
  ]
  const rest = `${two(seconds)}.${String(ms % 1000).padStart(3, '0')}`
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`
}

const two = (n: number): string => String(n).padStart(2, '0')
