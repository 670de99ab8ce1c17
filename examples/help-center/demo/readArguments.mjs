import { parseArgs } from 'node:util'
import { expectation } from './say.mjs'

const MAX_PORT = 65_535

/** What was asked for: `--seed`, and a port by `PORT`. */
export function readArguments(args = process.argv.slice(2), env = process.env) {
  return { seed: readSeed(args), port: readPort(env.PORT) }
}

function readSeed(args) {
  try {
    return parseArgs({ args, options: { seed: { type: 'boolean', default: false } } }).values.seed
  } catch {
    throw expectation(`Expected nothing or --seed after "npm run demo --", found "${args.join(' ')}".`)
  }
}

/** null when none was asked for. */
function readPort(text) {
  if (!text) return null
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= MAX_PORT) return port
  throw expectation(
    `Expected PORT to be a number from 0 (any free port) to ${MAX_PORT}, found "${text}". Try PORT=4000 npm run demo.`,
  )
}
