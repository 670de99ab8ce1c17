import { listen } from '../page/listen.js'
import type { Focus } from './ports.js'

export const browserFocus: Focus = {
  // True while a frame of the page has it, too.
  has: () => document.hasFocus(),
  onChange: (run) => listen(window, ['focus', 'blur'], run),
}
