/** @jest-environment node */
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { beforeAll, expect, test } from '@jest/globals'
import { build, type Metafile } from 'esbuild'

/** Bytes after brotli, at its best. */
interface Weight {
  readonly goal: number
  /** What the code weighs now. Lower it when the code gets lighter. */
  readonly reached: number
}

/** All our JavaScript that a consenting reader's page loads until its first session is counted and delivered. */
const COUNTING: Weight = { goal: 2_300, reached: 6_510 }
/** What it loads besides once that is done, or the reader follows a link: of which 600 let events travel in short. */
const ENGINE: Weight = { goal: 6_186, reached: 15_370 }
const TOLERANCE = 1.02

const SITE = `
  import { startHelp } from './src/index.ts'
  startHelp({ site: 'docs', articles: '/:locale/articles/:slug', base: '/api/help', home: '/:locale' })`

let files: ReadonlyMap<string, Uint8Array>
let outputs: Metafile['outputs']

beforeAll(async () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const built = await build({
    stdin: { contents: SITE, resolveDir: root, sourcefile: 'site.ts', loader: 'ts' },
    absWorkingDir: root,
    outdir: 'dist',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    metafile: true,
    write: false,
  })
  outputs = built.metafile.outputs
  files = new Map(built.outputFiles.map(({ path, contents }) => [path.slice(root.length), contents]))
})

test('what a page loads until its session is counted does not grow', () => {
  expect(weightOf(chunksOf('site.ts'))).toBeLessThanOrEqual(COUNTING.reached * TOLERANCE)
})

test('nor does what comes later', () => {
  const rest = [...chunksOf('src/engine.ts')].filter((chunk) => !chunksOf('site.ts').has(chunk))
  expect(weightOf(new Set(rest))).toBeLessThanOrEqual(ENGINE.reached * TOLERANCE)
})

test('vitals are measured by a chunk of their own', () => {
  const all = [...chunksOf('site.ts'), ...chunksOf('src/engine.ts')]
  expect(all).not.toContain(chunkOf('src/vitals.ts'))
})

test('the ids of a chat are hidden by a chunk of its own, which takes no other code out of its place', () => {
  const all = [...chunksOf('site.ts'), ...chunksOf('src/engine.ts')]
  const own = chunkOf('src/chat/keyedHash.ts')
  expect(all).not.toContain(own)
  expect(outputs[own]!.imports).toEqual([])
  const inputs = all.flatMap((chunk) => Object.keys(outputs[chunk]!.inputs))
  expect(inputs.filter((file) => file.includes('src/chat/'))).toEqual([])
})

test('nothing of the overlay of development is in any chunk', () => {
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs))
  expect(inputs).toContain('src/engine.ts')
  expect(inputs.filter((file) => file.includes('src/devtools/'))).toEqual([])
  for (const [path, contents] of files)
    expect([path, new TextDecoder().decode(contents)]).not.toEqual([path, expect.stringContaining('devtools')])
})

/** The chunk that begins with this file, and those that it cannot do without. */
function chunksOf(file: string, found: Set<string> = new Set()): Set<string> {
  follow(chunkOf(file), found)
  return found
}

function follow(chunk: string, found: Set<string>): void {
  if (found.has(chunk)) return
  found.add(chunk)
  for (const { path, kind } of outputs[chunk]!.imports) if (kind === 'import-statement') follow(path, found)
}

function chunkOf(file: string): string {
  return Object.keys(outputs).find((name) => outputs[name]!.entryPoint?.endsWith(file))!
}

function weightOf(chunks: Set<string>): number {
  return [...chunks].reduce((sum, chunk) => sum + brotliCompressSync(files.get(chunk)!).length, 0)
}
