// For development alone: nothing of it is in a page that does not import it.
export { startHelpWithDevtools } from './startHelpWithDevtools.js'
