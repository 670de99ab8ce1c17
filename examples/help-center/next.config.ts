import { join } from 'node:path'
import { withHelptally } from '@helptally/next/config'
import type { NextConfig } from 'next'

/** The articles lie in `docs/` of the repository, above this folder. */
const repository = join(import.meta.dirname, '..', '..')

const nextConfig: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  turbopack: { root: repository },
  distDir: process.env.NEXT_DIST_DIR || '.next',
  experimental: { globalNotFound: true },
}

export default withHelptally(nextConfig, {
  site: 'docs',
  articles: '/:locale/articles/:slug',
  home: '/:locale',
})
