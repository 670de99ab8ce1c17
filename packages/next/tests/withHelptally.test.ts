import { readdirSync } from 'node:fs'
import { describe, expect, jest, test } from '@jest/globals'
import type { NextConfig } from 'next'
import { withHelptally } from '../src/config/index.js'

const options = { site: 'docs', articles: '/:locale/articles/:slug' }
const handedOver = (config: { env?: Record<string, string | undefined> }) => JSON.parse(config.env!.HELPTALLY_OPTIONS!)

test('it adds the boot module, the external store and the options, and keeps what was there', () => {
  const config = withHelptally(
    {
      env: { OWN: '1' },
      instrumentationClientInject: ['./own.js'],
      serverExternalPackages: ['pino'],
      poweredByHeader: false,
    },
    options,
  )
  expect(config).toMatchObject({
    env: { OWN: '1' },
    poweredByHeader: false,
    instrumentationClientInject: ['./own.js', '@helptally/next/instrument'],
    serverExternalPackages: ['pino', '@duckdb/node-api', '@helptally/server'],
  })
  expect(handedOver(config)).toEqual({
    ...options,
    basePath: '',
    trailingSlash: false,
    home: '/',
    base: '/api/help',
  })
  expect(config).not.toHaveProperty('rewrites')
  expect(config).not.toHaveProperty('outputFileTracingIncludes')
})

test('the input is left as it was, and applying it twice adds nothing twice', () => {
  const input = Object.freeze({ instrumentationClientInject: Object.freeze([]) as never })
  const once = withHelptally(input, options)
  expect(withHelptally(once, options)).toEqual(once)
})

test('paths lie under basePath, a collector elsewhere does not', () => {
  const { base, articles, home, basePath } = handedOver(withHelptally({ basePath: '/help' }, options))
  expect({ base, articles, home, basePath }).toEqual({
    base: '/help/api/help',
    articles: '/help/:locale/articles/:slug',
    home: '/help/',
    basePath: '/help',
  })
  expect(handedOver(withHelptally({ basePath: '/help' }, { ...options, base: 'https://count.example/in' })).base).toBe(
    'https://count.example/in',
  )
})

test('the languages that the Pages Router puts into addresses are in the patterns, unless the site has put them there', () => {
  const i18n = { locales: ['en', 'pt-BR'], defaultLocale: 'en' }
  const patterns = (articles: string, basePath = '') => {
    const { articles: all, home, base } = handedOver(withHelptally({ basePath, i18n }, { ...options, articles }))
    return [all, home, base]
  }
  expect(patterns('/docs/:slug', '/help')).toEqual([
    '/help/:locale(en|pt-BR)?/docs/:slug',
    '/help/:locale(en|pt-BR)?/',
    '/help/api/help',
  ])
  expect(patterns('/:locale/docs/:slug')[0]).toBe('/:locale/docs/:slug')
})

test('where addresses end with a slash, so does that of the collector; elsewhere it stays as it is given', () => {
  const baseOf = (trailingSlash: boolean, base?: string) =>
    handedOver(withHelptally({ trailingSlash }, { ...options, base })).base
  expect([baseOf(true), baseOf(true, '/api/tally/'), baseOf(false, '/api/tally/')]).toEqual([
    '/api/help/',
    '/api/tally/',
    '/api/tally',
  ])
  const elsewhere = ['https://count.example/in', 'https://count.example/in/']
  expect(elsewhere.map((base) => baseOf(true, base))).toEqual(elsewhere)
})

test('where links depend on the config, the Pages Router bundles the packages that draw them, unless the site says otherwise', () => {
  const bundles = (config: NextConfig) => withHelptally(config, options).bundlePagesRouterDependencies
  const i18n = { locales: ['en'], defaultLocale: 'en' }
  expect([{ basePath: '/support' }, { trailingSlash: true }, { i18n }].map(bundles)).toEqual([true, true, true])
  expect(bundles({ basePath: '/support', bundlePagesRouterDependencies: false })).toBe(false)
  expect(withHelptally({}, options)).not.toHaveProperty('bundlePagesRouterDependencies')
})

describe('the rewrites of a site', () => {
  const theirs = { source: '/api/:path*', destination: 'https://backend.example/:path*' }
  const ours = { source: '/api/help/:path*', destination: '/api/help/:path*' }
  const of = (rewrites: NextConfig['rewrites'], more: { base?: string } = {}) =>
    withHelptally({ rewrites }, { ...options, ...more }).rewrites

  test('as an array are all kept, behind the one of the collector', async () => {
    expect(await of(async () => [theirs])!()).toEqual([ours, theirs])
  })

  test('in three parts are all kept where they are', async () => {
    const parts = { beforeFiles: [theirs], afterFiles: [theirs], fallback: [theirs] }
    expect(await of(async () => parts)!()).toEqual({ ...parts, afterFiles: [ours, theirs] })
  })

  test('that stand before everything or after the collector, and an empty list, are left alone', async () => {
    for (const harmless of [[], { beforeFiles: [theirs] }, { afterFiles: [], fallback: [theirs] }])
      expect(await of(async () => harmless)!()).toEqual(harmless)
  })

  test('are left alone where there are none, or the collector is elsewhere', () => {
    expect(of(undefined)).toBeUndefined()
    const rewrites = async () => [theirs]
    expect(of(rewrites, { base: 'https://count.example/in' })).toBe(rewrites)
  })

  test('get nothing twice', async () => {
    const once = withHelptally({ rewrites: async () => [theirs] }, options)
    expect(await withHelptally(once, options).rewrites!()).toEqual([ours, theirs])
  })
})

test("a standalone folder gets DuckDB's library, beside what the site includes itself", () => {
  const included = { '/**': ['./own/*'], '/api': ['./more/*'] }
  const { outputFileTracingIncludes } = withHelptally(
    { output: 'standalone', outputFileTracingIncludes: included },
    options,
  )
  expect(outputFileTracingIncludes).toEqual({
    '/**': ['./own/*', expect.stringMatching(/@duckdb\/node-bindings-[\w-]+\/\*$/)],
    '/api': ['./more/*'],
  })
  const [folder] = outputFileTracingIncludes!['/**']!.slice(1).map((pattern) => pattern.replace(/\*$/, ''))
  expect(readdirSync(folder!)).toEqual(expect.arrayContaining(['duckdb.node']))
})

test('a config function, sync or async, stays a function', async () => {
  const sync = withHelptally(() => ({ poweredByHeader: false }), options)
  const late = withHelptally(async () => ({ poweredByHeader: false }), options)
  for (const config of [sync, late]) {
    expect(await config('phase-production-build', { defaultConfig: {} })).toMatchObject({
      poweredByHeader: false,
      instrumentationClientInject: ['@helptally/next/instrument'],
    })
  }
})

test('in development alone the page boots with the overlay, unless the site wants none', () => {
  const bootOf = (more: { readonly devtools?: boolean } = {}) => {
    const config = withHelptally({}, { ...options, ...more })
    expect(handedOver(config)).not.toHaveProperty('devtools')
    return config.instrumentationClientInject
  }
  jest.replaceProperty(process, 'env', { ...process.env, NODE_ENV: 'development' })
  expect(bootOf()).toEqual(['@helptally/next/instrument-with-devtools'])
  expect(bootOf({ devtools: false })).toEqual(['@helptally/next/instrument'])
  jest.replaceProperty(process, 'env', { ...process.env, NODE_ENV: 'production' })
  expect(bootOf()).toEqual(['@helptally/next/instrument'])
  expect(bootOf({ devtools: true })).toEqual(['@helptally/next/instrument'])
  jest.restoreAllMocks()
})

test.each([
  [{ ...options, site: '' }, /expected "site" to be the id of the help center, found ""/],
  [
    { ...options, articles: 'articles/:slug' },
    /expected "articles" to be a path with a parameter, found "articles\/:slug"/,
  ],
  [{ ...options, articles: '/articles' }, /"articles"/],
  [{ ...options, base: 'api/help' }, /expected "base" to be a path or an http\(s\) address, found "api\/help"/],
  [undefined as never, /found nothing/],
])('a mistake says what was expected, what was found and how to mend it: %j', (mistaken, message) => {
  expect(() => withHelptally({}, mistaken)).toThrow(message)
})

test('a static export without a collector elsewhere is warned of, once in all processes of a build', () => {
  const warned = jest.spyOn(console, 'warn').mockImplementation(() => {})
  withHelptally({ output: 'export' }, { ...options, base: 'https://count.example/in' })
  expect(warned).not.toHaveBeenCalled()
  withHelptally({ output: 'export' }, options)
  withHelptally({ output: 'export' }, options)
  expect(warned.mock.calls).toEqual([
    [expect.stringMatching(/^\[helptally\] .*"base" is \/api\/help.*static export.*helptally serve/)],
  ])
  warned.mockRestore()
  delete process.env.HELPTALLY_IS_WARNED_OF_EXPORT
})
