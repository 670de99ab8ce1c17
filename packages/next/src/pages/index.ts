export * from '../server/adapters.js'
export type { HelpHandlersOptions } from '../server/createHelpHandlers.js'
export { createHelpApi, type HelpApi } from './createHelpApi.js'
