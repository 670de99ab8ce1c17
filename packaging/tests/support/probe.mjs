// Imports the entries that it is given, one after the other, and writes what came of it. Copied into the project that has them installed.
import { registerHooks } from 'node:module'

const OURS = '/@helptally/'
const WATCHED = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'BroadcastChannel',
  'addEventListener',
  'fetch',
  'setTimeout',
  'setInterval',
]

const entries = {}
const touched = new Set()

for (const name of WATCHED) {
  const kept = Object.getOwnPropertyDescriptor(globalThis, name)
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      if (new Error().stack.replaceAll('\\', '/').includes(OURS)) touched.add(name)
      return kept?.get ? kept.get.call(globalThis) : kept?.value
    },
    set(value) {
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
    },
  })
}

// What a bundler does with a client module where it builds for the server of React: only its names are there.
if (process.execArgv.includes('--conditions=react-server')) {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      const source = url.includes(OURS) ? String(loaded.source) : ''
      if (!/^['"]use client['"]/.test(source)) return loaded
      const names = [...source.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].map(([, name]) => name)
      return { ...loaded, source: names.map((name) => `export const ${name} = 'of a client module'`).join('\n') }
    },
  })
}

for (const entry of process.argv.slice(2)) {
  try {
    entries[entry] = Object.keys(await import(entry)).sort()
  } catch (error) {
    entries[entry] = String(error)
  }
}

const left = process.getActiveResourcesInfo().filter((kind) => kind !== 'PipeWrap')
process.stdout.write(JSON.stringify({ entries, touched: [...touched].sort(), left }), () => process.exit())
