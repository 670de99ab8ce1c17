/** How many events of a tab can happen in one millisecond. */
const MOST_AT_ONCE = 0x1000

/**
 * A UUIDv7, too: its time is the event's (epoch ms), then comes the event's number in its tab, as far as twelve bits go,
 * and the tail of another UUIDv7, random, that all events of a document have in common. So it need not travel.
 */
export function eventId(ts: number, seq: number, tail: string): string {
  const time = ts.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${(MOST_AT_ONCE + (seq % MOST_AT_ONCE)).toString(16).slice(1)}-${tail}`
}

/** What follows time and number. */
export function tailOf(id: string): string {
  return id.slice(19)
}
