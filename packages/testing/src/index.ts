export { type HelpHandlersOptions, type HelpRecorder, helpHandlers, type RejectedEvent } from './helpHandlers.js'
export { resetHelp } from './resetHelp.js'
export { startHelpInTests } from './startHelpInTests.js'
