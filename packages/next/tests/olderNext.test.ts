import { expect, test } from '@jest/globals'
import { boot } from '../src/config/boot.js'
import { bundled } from '../src/config/bundled.js'
import { external } from '../src/config/external.js'
import { installedNext, type NextVersion } from '../src/config/installedNext.js'
import { traced } from '../src/config/traced.js'

const OURS = ['@duckdb/node-api', '@helptally/server']

test('the Next beside this package is asked for its version', () => {
  expect(installedNext()[0]).toBe(16)
})

test.each<NextVersion>([
  [14, 2],
  [15, 5],
  [16, 2],
])('Next %i.%i is given no setting that it does not know', (...next) => {
  expect(boot({}, next, { devtools: false })).toEqual({})
  expect(boot({ env: { OWN: '1' } }, next, { devtools: true })).toEqual({ env: { OWN: '1', HELPTALLY_DEVTOOLS: '1' } })
})

test.each<NextVersion>([
  [16, 3],
  [17, 0],
])('Next %i.%i is given the boot module', (...next) => {
  expect(boot({}, next, { devtools: false })).toEqual({ instrumentationClientInject: ['@helptally/next/instrument'] })
})

test('what is left to Node has another name in Next 14, beside what else is tried there', () => {
  const config = { experimental: { typedRoutes: true, serverComponentsExternalPackages: ['pino'] } as object }
  expect(external(config, [14, 2])).toEqual({
    experimental: { typedRoutes: true, serverComponentsExternalPackages: ['pino', ...OURS] },
  })
  expect(external({ ...config, ...external(config, [14, 2]) }, [14, 2])).toEqual(external(config, [14, 2]))
  expect(external({ serverExternalPackages: ['pino'] }, [15, 0])).toEqual({ serverExternalPackages: ['pino', ...OURS] })
})

test('the files of DuckDB are traced where each looks for it, beside what the site traces', () => {
  const native = { '/**': expect.arrayContaining([expect.stringContaining('node-bindings-')]) }
  expect(traced({ outputFileTracingIncludes: { '/own': ['a'] } }, [15, 0])).toEqual({
    outputFileTracingIncludes: { '/own': ['a'], ...native },
  })
  const config = { experimental: { typedRoutes: true, outputFileTracingIncludes: { '/own': ['a'] } } as object }
  expect(traced(config, [14, 2])).toEqual({
    experimental: { typedRoutes: true, outputFileTracingIncludes: { '/own': ['a'], ...native } },
  })
})

test('Next 14 is not asked to bundle what the Pages Router draws: it has no such setting', () => {
  expect(bundled({ basePath: '/support' }, [14, 2])).toEqual({})
  expect(bundled({ basePath: '/support' }, [15, 0])).toEqual({ bundlePagesRouterDependencies: true })
})
