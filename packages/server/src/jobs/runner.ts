import { hostname } from 'node:os'
import { isAlive } from '../log/closedSegments.js'
import { newBoot } from '../log/segmentName.js'
import { processWide } from '../processWide.js'
import type { KeptJob, Runner } from './jobFolder.js'

/** A process that runs a job says so several times within it. */
export const SILENT_MS = 15_000

/** This process. */
export const thisRunner = (): Runner => ({
  pid: process.pid,
  host: hostname(),
  boot: processWide('helptally.boot', newBoot),
})

/** Whether nobody runs a job any more that nobody has ended. Where pids say nothing, as in another container, silence does. */
export function isLost({ runner, seenAt }: KeptJob, now: number): boolean {
  const here = thisRunner()
  if (now - seenAt > SILENT_MS) return true
  if (runner.host !== here.host) return false
  return runner.pid === here.pid ? runner.boot !== here.boot : !isAlive(runner.pid)
}
