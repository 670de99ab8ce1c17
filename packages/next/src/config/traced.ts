import type { NextConfig } from 'next'
import { isBefore, type NextVersion, STABLE_SINCE } from './installedNext.js'
import { nativeFiles } from './nativeFiles.js'
import { withoutTwins } from './withoutTwins.js'

type Includes = NonNullable<NextConfig['outputFileTracingIncludes']>

/** A standalone folder is one for all of them. */
const ALL_ROUTES = '/**'

/** The setting that copies the files of DuckDB into a standalone folder, at the place where this Next looks for it. */
export function traced(config: NextConfig, next: NextVersion): NextConfig {
  if (!isBefore(next, STABLE_SINCE)) return { outputFileTracingIncludes: withNative(config.outputFileTracingIncludes) }
  const experimental = config.experimental as { outputFileTracingIncludes?: Includes } | undefined
  const outputFileTracingIncludes = withNative(experimental?.outputFileTracingIncludes)
  return { experimental: { ...experimental, outputFileTracingIncludes } as NextConfig['experimental'] }
}

function withNative(includes: Includes = {}): Includes {
  return { ...includes, [ALL_ROUTES]: withoutTwins([...(includes[ALL_ROUTES] ?? []), ...nativeFiles()]) }
}
