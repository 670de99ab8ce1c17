// `npm run demo [-- --seed]`: builds the help center, serves it as in production, and says where it is.
// What follows the version check is imported late: an older Node would stumble over it before it could say so.
import { requireNode } from './requireNode.mjs'
import { say, stopBecause } from './say.mjs'

requireNode()

const { readArguments } = await import('./readArguments.mjs')
const { build } = await import('./build.mjs')
const { stopOnSignal } = await import('./children.mjs')
const { choosePort } = await import('./freePort.mjs')
const { storeUrl } = await import('./storeUrl.mjs')
const { serve } = await import('./serve.mjs')

stopOnSignal()
try {
  const { seed, port: wanted } = readArguments()
  const store = storeUrl()
  await build()
  const { prepareStore } = await import('./seed.mjs')
  await prepareStore(store, { seed })
  const port = await choosePort(wanted)
  await serve({ port, store })
  say(`
  The help center   http://localhost:${port}/en
                    http://localhost:${port}/es
  The dashboard     http://localhost:${port}/help-insights

  Events are kept in ${store}. Stop with Ctrl-C.
`)
} catch (error) {
  stopBecause(error)
}
