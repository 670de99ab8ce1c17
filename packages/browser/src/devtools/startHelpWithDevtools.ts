import { findHelp, startHelp } from '../boot.js'
import type { HelpEngine, HelpOptions } from '../helpEngine.js'
import { browserPorts } from '../ports/browserPorts.js'
import type { Ports } from '../ports/ports.js'
import { overhear } from './overhear.js'
import { showOverlay } from './overlay.js'
import { sendWhole } from './sendWhole.js'
import { unhurt } from './unhurt.js'

/** As `startHelp`, with an overlay in a corner of the page that shows what the engine does. For development. */
export function startHelpWithDevtools(options: HelpOptions, ports?: Ports): HelpEngine | undefined {
  const running = findHelp()
  if (running || typeof window === 'undefined') return running
  const usual = ports ?? unhurt(() => ({ ...browserPorts(), send: sendWhole() }))
  const overheard = usual && unhurt(() => overhear(usual, options))
  const engine = startHelp(options, overheard?.ports)
  // After the site has configured, and the page has begun.
  if (engine && overheard)
    overheard.ports.clock.after(0, () =>
      unhurt(() => showOverlay(overheard, engine.store, () => findHelp() === engine)),
    )
  return engine
}
