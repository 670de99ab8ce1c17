import type { NextConfig } from 'next'
import { isBefore, type NextVersion, STABLE_SINCE } from './installedNext.js'
import { withoutTwins } from './withoutTwins.js'

/** Loaded by Node, not bundled: a native module, and the one store that a process may hold. */
const EXTERNAL = ['@duckdb/node-api', '@helptally/server']

/** The setting that keeps a package out of the bundler's hands, under the name that this Next knows. */
export function external(config: NextConfig, next: NextVersion): NextConfig {
  if (!isBefore(next, STABLE_SINCE))
    return { serverExternalPackages: withoutTwins([...(config.serverExternalPackages ?? []), ...EXTERNAL]) }
  const { serverComponentsExternalPackages = [], ...experimental } = (config.experimental ?? {}) as ExperimentalOf14
  return {
    experimental: {
      ...experimental,
      serverComponentsExternalPackages: withoutTwins([...serverComponentsExternalPackages, ...EXTERNAL]),
    } as NextConfig['experimental'],
  }
}

type ExperimentalOf14 = { readonly serverComponentsExternalPackages?: readonly string[] }
