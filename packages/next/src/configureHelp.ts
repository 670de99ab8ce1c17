import { findHelp } from '@helptally/browser'
import { type Configurable, keepForEngine } from './configured.js'

/**
 * Options that cannot pass through next.config. Call it in `instrumentation-client.ts`, or in a client module beside
 * `<Helptally>`; on the server it does nothing.
 */
export function configureHelp(options: Configurable): void {
  const help = findHelp()
  if (help) help.configure(options)
  else keepForEngine(options)
}
