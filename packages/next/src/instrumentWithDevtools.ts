import { startHelp } from '@helptally/browser'
import { startHelpWithDevtools } from '@helptally/browser/devtools'
import { buildOptions } from './config/buildOptions.js'

// The boot entry of `next dev`, in the place of `instrument`.
const options = buildOptions()
if (options) {
  // Bundlers read this literally: where somebody builds for production with NODE_ENV=development, it is not in there either.
  if (process.env.NODE_ENV === 'production') startHelp(options)
  else startHelpWithDevtools(options)
}
