import { createRequire } from 'node:module'
import { join } from 'node:path'
import { isStopping, startChild } from './children.mjs'
import { REPOSITORY } from './places.mjs'
import { expectation, say } from './say.mjs'

const ARGUMENTS = ['run', 'build', '--filter=help-center', '--output-logs=new-only', '--ui=stream', '--no-color']
/** Turbo's first line about a package: `help-center:build: cache miss, executing 0123456789abcdef`. */
const PACKAGE_STARTS = /^(\S+):build: cache (hit|miss|bypass)/gm

/** Builds the packages and the help center; what was built before is taken from turbo's cache. */
export async function build() {
  say('Building the help center. The first time takes about a minute.')
  const { code, output } = await runTurbo(findTurbo())
  if (code === 0) return
  process.stderr.write(`\n${output.trim()}\n\n`)
  throw expectation(
    'The help center could not be built. What is wrong stands above; mend it, then start the demo again.',
  )
}

function findTurbo() {
  try {
    return createRequire(join(REPOSITORY, 'package.json')).resolve('turbo/bin/turbo')
  } catch {
    throw expectation(
      `The dependencies are not installed. Run "npm install" in ${REPOSITORY}, then start the demo again.`,
    )
  }
}

function runTurbo(turbo) {
  const env = { ...process.env, NODE_ENV: 'production', TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1' }
  const child = startChild([turbo, ...ARGUMENTS], {
    cwd: REPOSITORY,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let output = ''
    let told = 0
    const hear = (text) => {
      output += text
      const starts = [...output.matchAll(PACKAGE_STARTS)]
      for (const [, name, cache] of starts.slice(told)) say(`  ${name}${cache === 'hit' ? ' (as built before)' : ''}`)
      told = starts.length
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.on('error', reject)
    child.on('close', (code) => {
      if (!isStopping()) resolve({ code, output })
    })
  })
}
