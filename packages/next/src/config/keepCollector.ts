import type { NextConfig } from 'next'

type Rewrites = Awaited<ReturnType<NonNullable<NextConfig['rewrites']>>>

/**
 * A site's own rewrites, of `/api/:path*` to another server, say, come before routes with parameters, of which the
 * collector is one. Led to itself before them, it is found first. Rewrites of `beforeFiles` come before all, and stay so;
 * those of `fallback` come after all. Where there are only such, or none, ours would change what pages load for nothing.
 */
export function keepCollector(rewrites: NextConfig['rewrites'], base: string): NextConfig['rewrites'] {
  const path = `${base}/:path*`
  const ours = { source: path, destination: path }
  return rewrites && (async () => putFirst(ours, await rewrites()))
}

function putFirst(ours: { source: string; destination: string }, theirs: Rewrites): Rewrites {
  const others = Array.isArray(theirs) ? theirs : (theirs.afterFiles ?? [])
  if (others.length === 0) return theirs
  const afterFiles = [ours, ...others.filter(({ source }) => source !== ours.source)]
  return Array.isArray(theirs) ? afterFiles : { ...theirs, afterFiles }
}
