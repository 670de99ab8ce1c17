import { isBuiltin } from 'node:module'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { packageOf, REPOSITORY } from './packages.js'

export interface Bundled {
  /** Everything of the entry in one file, what it loads later too: minified, brotli. */
  readonly bytes: number
  /** Every package that the entry reaches at any depth, sorted; Node's own modules as `node:*`. */
  readonly reaches: readonly string[]
}

/** What a site brings itself, and what no bundler takes in: Node's modules and the binaries of the database. */
const BROUGHT = ['react', 'react-dom', 'next', 'msw', '@jest/globals', 'vitest', 'jsdom', '@duckdb/node-api']

/** As a bundler sees `import * from entry`, when nothing of it is left out. */
export async function bundleEntry(entry: string): Promise<Bundled> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: `export * from '${entry}'`, resolveDir: `${REPOSITORY}/packaging` },
    absWorkingDir: REPOSITORY,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    legalComments: 'none',
    external: ['node:*', ...BROUGHT],
    plugins: [
      {
        name: 'names of Node modules without a prefix',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[a-z_/]+$/ }, ({ path }) =>
            isBuiltin(path) ? { path: `node:${path}`, external: true } : undefined,
          ),
      },
    ],
    metafile: true,
    write: false,
  })
  const files = Object.keys(metafile.inputs).map(packageOfFile)
  const brought = Object.values(metafile.inputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external).map(({ path }) => (isBuiltin(path) ? 'node:*' : packageOf(path))),
  )
  const own = packageOf(entry)
  const reaches = new Set([...files, ...brought].filter((name) => name !== undefined && name !== own)) as Set<string>
  return { bytes: brotliCompressSync(outputFiles[0]!.contents).length, reaches: [...reaches].sort() }
}

function packageOfFile(path: string): string | undefined {
  const workspace = /^packages\/([^/]+)\//.exec(path)
  if (workspace) return `@helptally/${workspace[1]}`
  const installed = path.lastIndexOf('node_modules/')
  return installed < 0 ? undefined : packageOf(path.slice(installed + 'node_modules/'.length))
}
