import { type HelpEngine, type HelpOptions, startHelp } from '@helptally/browser'
import { browserPorts } from '@helptally/browser/ports'

/**
 * Starts the engine as a page does, but lets it believe events that scripts make: in jsdom those of `user-event` and
 * `fireEvent` are never trusted, so for a real engine nobody clicked. Vitals stay out: jsdom paints nothing to measure.
 * Events are sent at once, unless `flushMs` says otherwise.
 */
export function startHelpInTests(options: HelpOptions): HelpEngine | undefined {
  return startHelp({ flushMs: 0, ...options }, { ...browserPorts(), trusts: () => true, whenIdle: () => {} })
}
