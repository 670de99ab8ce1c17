import { stripTypeScriptTypes } from 'node:module'
import vm from 'node:vm'
import fc from 'fast-check'

/** A next.config as somebody may have it. */
export interface WrittenConfig {
  readonly text: string
  readonly isTypeScript: boolean
}

const HEADERS = [
  '',
  '// @ts-check\n',
  '// @ts-check\n\n',
  '/* eslint-disable no-undef */\n',
  '/**\n * Our site.\n * @license MIT\n */\n\n',
  '#!/usr/bin/env node\n',
  '\n\n',
  '// 日本語 é 😀\n',
]
const ESM_IMPORTS = [
  "import { withMdx } from 'mdx'",
  "import createIntl from 'intl' // translations",
  "import {\n  withMdx as other,\n} from 'mdx'",
  "import 'bundle'",
  "import * as all from 'bundle' /* a, b */",
]
const CJS_IMPORTS = [
  "const { withMdx } = require('mdx')",
  "const createIntl = require('intl') // translations",
  "const other = require('mdx').withMdx",
  "const bundle = require('bundle')({ open: false })",
]
const OBJECTS = [
  '{}',
  '{ reactStrictMode: true }',
  '{\n  // why: see the wiki, section 2\n  poweredByHeader: false,\n  images: { domains: [\'a.example\', "b.example"] },\n}',
  '{\n\treactStrictMode: true,\n\n\n\tenv: { A: `a\n{` }, /* kept */\n}',
]

/** Exports of an object that stands in `nextConfig`, and of the object itself. */
const exporting = (object: string) => [
  'nextConfig',
  object,
  `(${object})`,
  'withMdxOf(nextConfig)',
  'createIntlOf()(withMdxOf(nextConfig))',
  `withMdxOf(${object.replaceAll('\n', '\n  ')})`,
  '(phase) => nextConfig',
  '(phase, { defaultConfig } = {}) => ({ ...defaultConfig, phase, ...nextConfig })',
  'async (phase) => {\n  return { phase, ...nextConfig }\n}',
  'function (phase) {\n  return nextConfig\n}',
  'async function ofPhase(phase) {\n  return { ...nextConfig, name: ofPhase.name }\n}',
  '[withMdxOf, createIntlOf()].reduce((config, plugin) => plugin(config), nextConfig)',
  'process.env.NOT_SET ? {} : nextConfig // chosen',
]
const TYPED = ['nextConfig satisfies NextConfig', '(nextConfig as NextConfig)', 'withMdxOf(nextConfig) as NextConfig']
const TAILS = ['', '\n// the end', '\nfunction helper() {\n  return 1\n}', '\n\n\n']

/** Of all forms that are understood: with each import, plugin, comment, quote, semicolon and end of line. */
export const nextConfigs: fc.Arbitrary<WrittenConfig> = fc
  .record({
    isTypeScript: fc.boolean(),
    isCommonJs: fc.boolean(),
    header: fc.constantFrom(...HEADERS),
    hasDirective: fc.boolean(),
    hasMark: fc.boolean(),
    imports: fc.nat(),
    object: fc.constantFrom(...OBJECTS),
    exported: fc.nat(),
    tail: fc.constantFrom(...TAILS),
    isDouble: fc.boolean(),
    hasSemicolons: fc.boolean(),
    isWindows: fc.boolean(),
    endsWithLine: fc.boolean(),
    hasTypeComment: fc.boolean(),
  })
  .map(({ isTypeScript, isCommonJs, ...form }) => {
    const end = form.hasSemicolons ? ';' : ''
    const all = isCommonJs ? CJS_IMPORTS : ESM_IMPORTS
    const imports = all.filter((_, index) => (form.imports >> index) % 2 === 1).map((line) => withEnd(line, end))
    if (isTypeScript && !isCommonJs && form.imports % 3 === 0)
      imports.unshift(`import type { NextConfig } from 'next'${end}`)
    const exports = [...exporting(form.object), ...(isTypeScript ? TYPED : [])]
    const exported = exports[form.exported % exports.length]!
    const isFunction = /^(?:async )?function/.test(exported)
    const lines = [
      ...(form.hasDirective && isCommonJs ? [`'use strict'${end}`] : []),
      ...imports,
      ...(imports.length > 0 ? [''] : []),
      ...(form.hasTypeComment ? ["/** @type {import('next').NextConfig} */"] : []),
      `const nextConfig${isTypeScript ? ': any' : ''} = ${form.object}${end}`,
      `const withMdxOf = (config) => (typeof config === 'function' ? config : { ...config, mdx: true })${end}`,
      `const createIntlOf = () => (config) => ({ ...config, intl: true })${end}`,
      ...(isTypeScript
        ? [`type NextConfig = Record<string, unknown>${end}`].filter(() => !imports[0]?.includes('import type'))
        : []),
      '',
      `${isCommonJs ? 'module.exports =' : 'export default'} ${exported.includes('// ') || (isFunction && !isCommonJs) ? exported : exported + end}`,
    ]
    const text = `${form.header}${lines.join('\n')}${form.tail}${form.endsWithLine ? '\n' : ''}`
    const quoted = form.isDouble ? text.replaceAll("'", '"') : text
    const ended = form.isWindows ? quoted.replaceAll('\n', '\r\n') : quoted
    return { text: `${form.hasMark && !form.header.startsWith('#!') ? '\ufeff' : ''}${ended}`, isTypeScript }
  })

const withEnd = (line: string, end: string): string =>
  line.replace(/ *(\/\/.*|\/\*.*\*\/)?$/, (comment) => `${end}${comment}`)

/** What `withHelptally` was called with, in the place of the real one. */
export interface CalledWith {
  readonly calledWith: readonly unknown[]
}

/** Runs a next.config as Node does, and tells what Next gets: a value, or what a function answers. */
export async function exportedBy({ text, isTypeScript }: WrittenConfig): Promise<unknown> {
  const plain = text.replace(/^\ufeff/, '').replace(/^#!.*/, '')
  const code = isTypeScript ? stripTypeScriptTypes(plain) : plain
  const withMdx = (config: unknown) => config
  const provided: Record<string, Record<string, unknown>> = {
    '@helptally/next/config': { withHelptally: (...calledWith: unknown[]): CalledWith => ({ calledWith }) },
    mdx: { withMdx },
    intl: { default: () => withMdx },
    bundle: { default: () => withMdx },
  }
  if (/module\.exports/.test(code)) {
    const module = { exports: {} as unknown }
    const require = (name: string) => provided[name]!.default ?? provided[name]
    new Function('module', 'require', code)(module, require)
    return module.exports
  }
  const context = vm.createContext({ process })
  const module = new vm.SourceTextModule(code, { context })
  await module.link(async (name) => {
    const values = provided[name]!
    const synthetic = new vm.SyntheticModule(
      Object.keys(values),
      function (this: vm.SyntheticModule) {
        for (const [key, value] of Object.entries(values)) this.setExport(key, value)
      },
      { context },
    )
    return synthetic
  })
  await module.evaluate()
  return (module.namespace as { default: unknown }).default
}
