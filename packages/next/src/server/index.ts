export * from './adapters.js'
export { createHelpHandlers, type HelpHandlers, type HelpHandlersOptions } from './createHelpHandlers.js'
