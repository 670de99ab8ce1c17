export { type HelptallyOptions, withHelptally } from './withHelptally.js'
