import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, relative } from 'node:path'

/**
 * DuckDB's library lies beside its module, which loads it by itself: what traces a build does not see that. Patterns for
 * `outputFileTracingIncludes`, from the folder of the app; none where DuckDB is not installed.
 */
export function nativeFiles(folder: string = process.cwd()): string[] {
  try {
    const server = createRequire(createRequire(import.meta.url).resolve('@helptally/server/package.json'))
    const api = createRequire(server.resolve('@duckdb/node-api'))
    const bindings = createRequire(api.resolve('@duckdb/node-bindings'))
    const { optionalDependencies } = JSON.parse(
      readFileSync(bindings.resolve('@duckdb/node-bindings/package.json'), 'utf8'),
    )
    return Object.keys(optionalDependencies).flatMap((platform) => {
      const found = folderOf(platform, bindings)
      return found === null ? [] : [`${relative(folder, found).replaceAll('\\', '/')}/*`]
    })
  } catch {
    return []
  }
}

/** Only the package of this platform is there. */
function folderOf(platform: string, { resolve }: NodeJS.Require): string | null {
  try {
    return dirname(resolve(`${platform}/package.json`))
  } catch {
    return null
  }
}
