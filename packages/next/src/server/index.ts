export { createHelpHandlers, type HelpHandlers, type HelpHandlersOptions } from './createHelpHandlers.js'
