import { existsSync, readFileSync } from 'node:fs'
import { type ReportName, reportDefinitions } from '@helptally/server'
import { expect, test } from '@jest/globals'
import { figureOf } from '../limits/writeLimits.ts'
import { definitionIn } from '../metrics/writeMetrics.ts'
import { constantOf } from '../reference/constantOf.ts'
import { PAGES } from '../reference/pages.ts'
import { ROOT } from '../reference/readProgram.ts'
import { mergedIn } from '../reference/writePage.ts'
import { readPages } from '../reference/writeReference.ts'
import { writeAll } from '../writeAll.ts'

/** Between our own packages, or with an article of their own. */
const UNLISTED = [
  ...['schema', 'page', 'redact', 'conformance', 'conformance/traces/*.json'].map(
    (entry) => `@helptally/core/${entry}`,
  ),
  ...['ports', 'simulation', 'devtools'].map((entry) => `@helptally/browser/${entry}`),
  '@helptally/server/cli',
  '@helptally/next/instrument-with-devtools',
]

const told = readPages()
const articles = [...writeAll('2026-11-27')]

test.each(articles)('%s is of this moment: if not, run npm run write -w helptally-docs', (path, text) => {
  const undated = (article: string) => article.replace(/^updated: .*$/m, '')
  expect(undated(existsSync(ROOT + path) ? readFileSync(ROOT + path, 'utf8') : '')).toBe(undated(text))
})

test.each(articles)('the links of %s lead to headings that exist', (path, text) => {
  const headingsOf = (article: string) =>
    [...article.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
      heading!
        .replaceAll(/[^\p{L}\p{N}_]+/gu, '-')
        .replaceAll(/^-|-$/g, '')
        .toLowerCase(),
    )
  const readAt = (file: string) => new Map(articles).get(path.replace(/[^/]*$/, file)) ?? ''
  const links = [...text.matchAll(/\]\(([\w-]+\.md)?#([^)]+)\)/g)]
  const lost = links.filter(([, file, fragment]) => !headingsOf(file ? readAt(file) : text).includes(fragment!))
  expect(lost.map(([link]) => link)).toEqual([])
})

test('every entry that a site imports has its place in the reference', () => {
  const entries = ['core', 'browser', 'server', 'next', 'testing'].flatMap((name) => {
    const { exports } = JSON.parse(readFileSync(`${ROOT}packages/${name}/package.json`, 'utf8')) as { exports: object }
    return Object.keys(exports).map((path) => `@helptally/${name}${path.slice(1)}`)
  })
  const listed = PAGES.flatMap((page) => page.entries.map(({ name }) => name))
  const needed = entries.filter((entry) => !entry.endsWith('/package.json') && !UNLISTED.includes(entry))
  expect(needed.filter((entry) => !listed.includes(entry))).toEqual([])
})

test('what is exported says what it is', () => {
  const silent = told.flatMap(({ sections }) => {
    const { isInside } = mergedIn(sections)
    return sections.flatMap(({ documented }) => documented.filter(({ name, says }) => says === '' && !isInside(name)))
  })
  expect(silent.map(({ file, name }) => `${file}: ${name}`)).toEqual([])
})

test('every option and every prop says what it does', () => {
  const types = told.flatMap(({ sections }) => sections.flatMap(({ documented }) => documented))
  const silent = types
    .filter(({ name }) => /(Options|Props|Params)$/.test(name))
    .flatMap(({ name, members }) => members.filter(({ says }) => says === '').map((member) => `${name}.${member.name}`))
  expect(silent).toEqual([])
})

test.each(Object.keys(reportDefinitions) as ReportName[])(
  'the metrics of the report %s are the same in both languages',
  (name) => {
    const [english, spanish] = [definitionIn('en', name), definitionIn('es', name)]
    const shape = (of: typeof english.metrics) =>
      Object.entries(of).map(([field, { of: whole, null_when }]) => [
        field,
        whole !== undefined,
        null_when !== undefined,
      ])
    expect(shape(spanish.metrics)).toEqual(shape(english.metrics))
  },
)

test('a limit is read out of the source, also by way of other constants, and told as a person would', () => {
  expect(constantOf('server/src/facts/fold.ts', 'SEARCH.contact_ms')).toBe(86_400_000)
  expect(constantOf('core/src/channels.ts', 'help.idleMs')).toBe(300_000)
  expect(() => constantOf('core/src/channels.ts', 'help.idle')).toThrow('expected a number called help.idle')
  expect(figureOf(65_536, 'bytes', 'en')).toBe('64 KiB')
  expect(figureOf(604_800_000, 'ms', 'es')).toBe('7 días')
})
