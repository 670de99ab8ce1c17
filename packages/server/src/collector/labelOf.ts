import type { Batch } from '@helptally/core/schema'
import { isbot } from 'isbot'
import type { Label } from '../log/storedEvent.js'

export interface LabelOptions {
  /** Everything that arrives is a test: for a server on which the site tries itself out. Default false. */
  readonly test?: boolean | undefined
  /** Count robots like readers: for tests that drive a browser, which is one. Default false. */
  readonly countBots?: boolean | undefined
}

/** Whose doing a batch is. A site that tests itself says so and means it; a robot is inferred, so it comes second. */
export function labelOf(request: Request, batch: Batch, { test, countBots }: LabelOptions): Label {
  if (test || batch.test) return 'test'
  return !countBots && isRobot(request, batch) ? 'bot' : ''
}

/** The user agent is looked at and forgotten. */
function isRobot({ headers }: Request, { webdriver }: Batch): boolean {
  return webdriver === true || isbot(headers.get('user-agent'))
}
