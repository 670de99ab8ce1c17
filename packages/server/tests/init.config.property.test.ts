import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findWrapper } from '../src/init/config/findWrapper.js'
import { optionsText } from '../src/init/config/ourLines.js'
import { loadParser, type ParseModule } from '../src/init/config/parseModule.js'
import { settingsOf } from '../src/init/config/settingsOf.js'
import { unwrapConfig } from '../src/init/config/unwrapConfig.js'
import { wrapConfig } from '../src/init/config/wrapConfig.js'
import { type CalledWith, exportedBy, nextConfigs } from './helpers/nextConfigs.js'

const OPTIONS = { site: "the docs' own", articles: '/:locale/articles/:slug', home: '/:locale' }

let parse: ParseModule
beforeAll(async () => {
  parse = await loadParser()
})

function wrap(text: string, typescript = false): string {
  const module = parse(text, { typescript })
  if (!module) throw new Error(`Not parsed:\n${text}`)
  const wrapped = wrapConfig(text, module, (writing) => optionsText(OPTIONS, writing))
  return 'text' in wrapped ? wrapped.text : `WHY ${wrapped.why}`
}

function unwrap(text: string, typescript = false): string {
  const plain = unwrapConfig(text, (other) => parse(other, { typescript }))
  return 'text' in plain ? plain.text : `WHY ${plain.why}`
}

describe('a next.config of any known form', () => {
  test('comes back byte for byte, and was only added to', () => {
    fc.assert(
      fc.property(nextConfigs, ({ text, isTypeScript }) => {
        const wrapped = wrap(text, isTypeScript)
        expect(wrapped).not.toMatch(/^WHY/)
        expect(unwrap(wrapped, isTypeScript)).toBe(text)
        expect(isSubsequence(text, wrapped)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('hands the config that it exported to withHelptally, and nothing else changes', async () => {
    await fc.assert(
      fc.asyncProperty(nextConfigs, async (config) => {
        const before = await exportedBy(config)
        const after = (await exportedBy({ ...config, text: wrap(config.text, config.isTypeScript) })) as CalledWith
        const [given, options] = after.calledWith
        expect(await answered(given)).toEqual(await answered(before))
        expect(typeof given).toBe(typeof before)
        expect(options).toEqual(OPTIONS)
      }),
      { numRuns: 300 },
    )
  })

  test('is not wrapped again', () => {
    fc.assert(
      fc.property(nextConfigs, ({ text, isTypeScript }) => {
        const wrapped = wrap(text, isTypeScript)
        const wrapper = findWrapper(parse(wrapped, { typescript: isTypeScript })!)
        expect(wrapper).toMatchObject({ isCalled: true, options: OPTIONS })
        expect(wrap(wrapped, isTypeScript)).toMatch(/^WHY/)
      }),
      { numRuns: 300 },
    )
  })
})

/** What Next gets: objects of another realm compare by what is in them. */
async function answered(config: unknown): Promise<unknown> {
  const value = typeof config === 'function' ? await config('phase', {}) : config
  return JSON.parse(JSON.stringify(value))
}

function isSubsequence(part: string, whole: string): boolean {
  let found = 0
  for (const character of whole) if (character === [...part].at(found)) found++
  return found === [...part].length
}

test.each([
  ['what Sentry appends', "module.exports = {}\nconst { s } = require('s')\nmodule.exports = s(module.exports)\n"],
  ['two assignments', 'module.exports = a\nmodule.exports = b\n'],
  ['a property that is set afterwards', 'module.exports = {}\nmodule.exports.x = 1\n'],
  ['an exported function that calls itself', 'export default function c() {\n  return c.name\n}\n'],
  ['top-level await', 'export default await load()\n'],
])('%s is understood and undone', (_, text) => {
  const wrapped = wrap(text)
  expect(wrapped).toContain('withHelptally(')
  expect(unwrap(wrapped)).toBe(text)
})

test.each([
  ['const nextConfig = {}\nexport { nextConfig as default }', /no "export default"/],
  ["export { default } from './other.js'", /no "export default"/],
  ['exports.default = {}', /no "export default"/],
  ['if (a) module.exports = b', /under a condition/],
  ['export default (async () => ({}))()', /a promise/],
  ['export default class {}', /a class/],
  ['export default (a, b)', /commas/],
  ['export default function c() {}\nc.x = 1', /by whose name/],
  ["import { withHelptally } from './ours.js'\nexport default withHelptally({})", /already means something else/],
  ["import a from 'a'; export default a", /share a line/],
])('%s is not touched, and it is said why', (text, why) => {
  expect(wrap(text)).toMatch(why)
})

test('what a person has reformatted or added to is taken out, too', () => {
  const text = [
    "import { withHelptally } from '@helptally/next/config'",
    '',
    'const nextConfig = {}',
    '',
    'export default withHelptally(',
    '  nextConfig,',
    '  {',
    "    site: 'docs', // ours",
    "    consent: 'granted',",
    '  },',
    ')',
    '',
  ].join('\n')
  expect(unwrap(text)).toBe('const nextConfig = {}\n\nexport default nextConfig\n')
})

test.each([
  "import { withHelptally, type HelptallyOptions } from '@helptally/next/config'\nexport default withHelptally({}, {})",
  "import { withHelptally } from '@helptally/next/config'\nexport default a ? withHelptally({}, {}) : withHelptally({}, {})",
  "import { withHelptally } from '@helptally/next/config'\nexport default withHelptally(...both)",
])('what was written by hand in another form is not: %s', (text) => {
  expect(unwrap(text, true)).toMatch(/^WHY/)
})

test('settings are known where they are written out', () => {
  const settings = (text: string) => settingsOf(parse(text, { typescript: false })!)
  expect(
    settings("const c = { basePath: '/help', output: 'export', pageExtensions: ['mdx', 'ts'] }\nexport default c"),
  ).toEqual({ basePath: '/help', isStaticExport: true, pageExtensions: ['mdx', 'ts'] })
  expect(settings('export default { basePath: process.env.BASE, output: x ? "export" : undefined }')).toEqual({
    basePath: '',
    isStaticExport: false,
    pageExtensions: null,
  })
})

test.each([
  ['a remark to a tool on the whole file', '// @ts-check\n', '/** @type {object} */\nmodule.exports = {}\n'],
  ['a heading with an empty line below it', '/* Ours. */\n\n', '// of the config\nmodule.exports = {}\n'],
  ['a directive', "'use strict'\n", 'module.exports = {}\n'],
  ['the line of an interpreter', '#!/usr/bin/env node\n', '// of the config\nmodule.exports = {}\n'],
  ['nothing', '', '// eslint-disable-next-line no-undef\nmodule.exports = {}\n'],
])('the import goes below %s, and above what belongs to the config', (_, header, rest) => {
  const wrapped = wrap(header + rest)
  const line = "const { withHelptally } = require('@helptally/next/config')\n\n"
  expect(wrapped.startsWith(header + line + rest.slice(0, rest.indexOf('{}')).replace(/module.*/s, ''))).toBe(true)
})
