export { useConsent, useHelpSession } from './hooks.js'
