import { DAY_MS } from './settings.js'

/** A page's clock may be a little ahead of the collector's, and what it tells is of now. */
const AHEAD_MS = 60_000

/** The last 24 hours, as a report is asked for them. */
export function lastDay(now: number): { readonly from: string; readonly to: string } {
  return { from: new Date(now - DAY_MS).toISOString(), to: new Date(now + AHEAD_MS).toISOString() }
}
