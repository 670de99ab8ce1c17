export type { SessionAnswer } from './explainSession.js'
export * from './shapes.js'
