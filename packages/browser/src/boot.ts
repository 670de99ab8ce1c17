import type { HelpEngine, HelpOptions } from './helpEngine.js'

/** Starts the engine of this page, or returns the one that already runs. Does nothing on the server or in an iframe. */
export function startHelp(_options: HelpOptions): HelpEngine | undefined {
  return findHelp()
}

/** The engine of this page, when it runs. */
export function findHelp(): HelpEngine | undefined {
  return (globalThis as { [key: symbol]: HelpEngine | undefined })[Symbol.for('helptally')]
}
