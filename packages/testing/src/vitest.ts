import { afterEach, expect } from 'vitest'
import { type HelpMatchers, helpMatchers } from './expectations/helpMatchers.js'
import { resetHelp } from './resetHelp.js'
import { installStandIns } from './standIns/installStandIns.js'

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends HelpMatchers<R> {}
}

installStandIns()
expect.extend(helpMatchers)
afterEach(resetHelp)
