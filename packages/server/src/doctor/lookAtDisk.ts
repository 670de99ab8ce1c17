import { type Finding, lookingAt } from './finding.js'

const MEGABYTE = 1_000_000
/** Our own judgement: a checkpoint writes anew what has changed, and the log takes what comes meanwhile. */
const LEAST_FREE_BYTES: number = 256 * MEGABYTE

/** `free`: bytes that this user may still write. */
export function lookAtDisk(free: number): Finding {
  return lookingAt(
    'Disk',
    `${LEAST_FREE_BYTES / MEGABYTE} MB free`,
    'Make room: events are refused when it is full. keepDays behind the folder of the store forgets old ones.',
  )(free >= LEAST_FREE_BYTES, `${Math.floor(free / MEGABYTE)} MB are free.`)
}
