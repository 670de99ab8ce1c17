import { readFile } from 'node:fs/promises'
import { delimiter, join, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ENTRIES } from './entries.js'
import { installConsumer, type Probed } from './support/consumer.js'
import { PACKAGES } from './support/packages.js'
import { run } from './support/run.js'

const consumer = (await installConsumer())!
afterAll(() => consumer?.remove())

const CONDITIONS = ['node', 'browser', 'worker', 'edge-light', 'workerd', 'react-server']
/** Set-up files of runners: imported anywhere else, they fail, or make a page. */
const SET_UPS = ['jest', 'vitest', 'node'].map((runner) => `@helptally/testing/${runner}`)
/** What starts the engine, and what else they export. */
const BOOT: Readonly<Record<string, readonly string[]>> = {
  '@helptally/next/instrument': [],
  '@helptally/next/instrument-with-devtools': [],
  '@helptally/next/component': ['Helptally'],
}
const COMMAND = '@helptally/server/cli'
const QUIET = Object.keys(ENTRIES).filter((entry) => ![...SET_UPS, COMMAND].includes(entry) && !BOOT[entry])
const OPTIONS = { HELPTALLY_OPTIONS: JSON.stringify({ site: 'docs', articles: '/articles/:slug', basePath: '' }) }

const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  target: 'es2023',
  lib: ['es2024', 'dom', 'dom.iterable'],
  jsx: 'react-jsx',
  types: ['node'],
}

const describeInstalled = consumer ? describe : describe.skip

describeInstalled('installed from tarballs', () => {
  let plain: Probed
  beforeAll(async () => {
    plain = await consumer.probe(QUIET)
  })

  test('each entry imports, and does nothing: no write, no process, no timer, no look at a page', async () => {
    const { entries, touched, left } = await consumer.probe(QUIET, ['--permission', '--allow-fs-read=*'], OPTIONS)
    expect(Object.entries(entries).filter(([, names]) => typeof names === 'string')).toEqual([])
    expect({ touched, left }).toEqual({ touched: [], left: [] })
  })

  test.each(CONDITIONS)('each entry has the same names under the condition %s', async (condition) => {
    const { entries } = await consumer.probe(QUIET, [`--conditions=${condition}`])
    expect(entries).toEqual(plain.entries)
  })

  test('each entry can be required from CommonJS', async () => {
    const code = 'for (const entry of process.argv.slice(1)) require(entry)'
    const args = ['--input-type=commonjs', '--eval', code, ...QUIET]
    expect(await run(process.execPath, args, { cwd: consumer.folder })).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test.each(Object.entries(BOOT))('%s starts the engine where the build has left it options', async (entry, names) => {
    const [started, without] = await Promise.all([consumer.probe([entry], [], OPTIONS), consumer.probe([entry])])
    expect(started.touched).toContain('window')
    expect(without).toEqual({ entries: { [entry]: names }, touched: [], left: [] })
  })

  test('the set-ups of Jest and Vitest say what they need', async () => {
    const [jest, vitest] = SET_UPS as [string, string]
    const { entries } = await consumer.probe([jest, vitest])
    expect([entries[jest], entries[vitest]]).toEqual([
      expect.stringMatching(/@jest\/globals/),
      expect.stringMatching(/vitest/i),
    ])
  })

  test('npx helptally --help answers, on the Node of this machine', async () => {
    const PATH = process.env.PATH!.split(delimiter).filter((folder) => !folder.includes(`node_modules${sep}.bin`))
    const env = { ...process.env, PATH: PATH.join(delimiter) }
    const { code, stdout } = await run('npx', ['--no-install', 'helptally', '--help'], { cwd: consumer.folder, env })
    expect(stdout).toMatch(/^helptally: counts help-center sessions/)
    expect(code).toBe(0)
  })

  describe.each(['nodenext', 'bundler'])(
    'types resolve by %s, strictly, in the declarations too',
    (moduleResolution) => {
      const how = { ...STRICT, moduleResolution, module: moduleResolution === 'bundler' ? 'preserve' : 'nodenext' }

      test('of each entry', async () => {
        const lines = Object.keys(ENTRIES).map((entry, at) => `export * as e${at} from '${entry}'`)
        expect(await consumer.check(how, { 'entries.ts': lines.join('\n') })).toEqual([])
      })

      test('of each sample in a README', async () => {
        expect(await consumer.check(how, await samples())).toEqual([])
      })
    },
  )
})

/** The code of the packages' READMEs, each block a file of its own. */
async function samples(): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const { folder, manifest } of PACKAGES) {
    const readme = await readFile(join(folder, 'README.md'), 'utf8')
    const blocks = [...readme.matchAll(/^```(tsx?)\n([\s\S]*?)^```$/gm)]
    expect([manifest.name, blocks.length]).not.toEqual([manifest.name, 0])
    for (const [at, [, language, code]] of blocks.entries())
      found[`${manifest.name.replace('@helptally/', '')}-${at}.${language}`] = code!
  }
  return found
}
