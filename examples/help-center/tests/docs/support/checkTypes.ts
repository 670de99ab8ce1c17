import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './repository'
import type { Sample } from './samples'

const NAMED = /^\/\/ (\S+\.(?:tsx?|mjs))\n/
const IMPORT = /^import [\s\S]*?'$/gm
/** Where a sample stands that does not say it. */
const BESIDE_ARTICLES = 'app/articles/sample'

/** What the type checker says to each sample, by its place in the list. */
export function checkTypes(samples: readonly Sample[]): readonly (readonly string[])[] {
  // In the folder of the example, so that packages are found as from a site.
  const stage = mkdtempSync(join(process.cwd(), '.docs-samples-'))
  try {
    cpSync(join(import.meta.dirname, 'aSite'), join(stage, 'site'), { recursive: true })
    for (const [index, sample] of samples.entries())
      write(join(stage, `${index}`, placeOf(sample)), withImports(sample, samples))
    writeFileSync(join(stage, 'tsconfig.json'), JSON.stringify(settingsFor(samples.length)))
    const { stdout, stderr } = spawnSync(
      join(ROOT, 'node_modules', '.bin', 'tsc'),
      ['-p', stage, '--pretty', 'false'],
      {
        cwd: stage,
        encoding: 'utf8',
      },
    )
    const lines = `${stdout}${stderr}`.split('\n').filter((line) => line !== '' && !line.startsWith(' '))
    const elsewhere = lines.filter((line) => !/^\d+\//.test(line))
    if (elsewhere.length > 0) throw new Error(elsewhere.join('\n'))
    return samples.map((_sample, index) => lines.filter((line) => line.startsWith(`${index}/`)))
  } finally {
    rmSync(stage, { recursive: true })
  }
}

/** Each sample has a folder of its own, and all of them the same site around. */
const settingsFor = (samples: number) => ({
  extends: '../tsconfig.json',
  compilerOptions: {
    incremental: false,
    moduleDetection: 'force',
    checkJs: true,
    types: ['node', '@helptally/testing/jest'],
    rootDirs: ['site', ...Array.from({ length: samples }, (_, index) => `${index}`)],
  },
  include: ['**/*'],
  exclude: [],
})

const placeOf = ({ code, language }: Sample): string => NAMED.exec(code)?.[1] ?? `${BESIDE_ARTICLES}.${language}`

/** A sample without imports goes on from those before it, and has what they have imported. */
function withImports(sample: Sample, samples: readonly Sample[]): string {
  const { code, file, nr } = sample
  if (/^(import|export .* from) /m.test(code)) return code
  const before = samples.filter((other) => other.file === file && other.nr < nr)
  const imports = new Set(before.flatMap((other) => other.code.match(IMPORT) ?? []))
  return [...imports]
    .filter((line) => bringsIn(line, code))
    .concat(code)
    .join('\n')
}

const bringsIn = (line: string, code: string): boolean =>
  [...(/\{(.*)\}/.exec(line)?.[1] ?? '').matchAll(/\w+/g)].some(([name]) => code.includes(name))

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
