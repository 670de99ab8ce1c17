import type { NextConfig } from 'next'
import { isBefore, type NextVersion, STABLE_SINCE } from './installedNext.js'

/**
 * The Pages Router leaves packages to Node on the server, and Next's Link inside of one knows nothing of `basePath`,
 * `trailingSlash` and `i18n` there: our links would lead elsewhere until a reader's browser has drawn them. Bundled, they
 * know. What a site says of it stands.
 */
export function bundled(config: NextConfig, next: NextVersion): NextConfig {
  const { basePath, trailingSlash, i18n, bundlePagesRouterDependencies } = config
  const changesLinks = Boolean(basePath || trailingSlash || i18n)
  if (!changesLinks || bundlePagesRouterDependencies !== undefined || isBefore(next, STABLE_SINCE)) return {}
  return { bundlePagesRouterDependencies: true }
}
