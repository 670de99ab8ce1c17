import { startHelp } from '@helptally/browser'
import { buildOptions } from './config/buildOptions.js'

// The one boot entry: withHelptally has Next load this module before hydration.
const options = buildOptions()
if (options) startHelp(options)
