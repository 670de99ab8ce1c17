import { writeLimits } from './limits/writeLimits.ts'
import { writeMetrics } from './metrics/writeMetrics.ts'
import { writeCommands } from './reference/writeCommands.ts'
import { writeReference } from './reference/writeReference.ts'

/** Every article, or part of one, that is made from the code: by path from the root. `today`: an ISO date. */
export function writeAll(today: string): Map<string, string> {
  return new Map([...writeReference(today), ...writeCommands(today), ...writeMetrics(today), ...writeLimits()])
}
