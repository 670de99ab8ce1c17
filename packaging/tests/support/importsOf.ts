import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const IN_TYPES = /^(?:import|export)\b[^;]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)|^declare module '([^']+)'/gm

/** What the built files of a package import that is not a file beside them: the code by a parser, the types by their lines. */
export async function importsOf(folder: string): Promise<readonly string[]> {
  const code = globSync('{bin,dist}/**/*.js', { cwd: folder })
  const { metafile } = await build({
    entryPoints: [...code],
    absWorkingDir: folder,
    outdir: 'nowhere',
    bundle: true,
    format: 'esm',
    packages: 'external',
    metafile: true,
    write: false,
    logLevel: 'error',
  })
  const byCode = Object.values(metafile.inputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external).map(({ path }) => path),
  )
  const byTypes = globSync('dist/**/*.d.ts', { cwd: folder }).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(IN_TYPES)].map(([, ...names]) => names.find(Boolean)!),
  )
  return [...new Set([...byCode, ...byTypes])].filter((specifier) => !specifier.startsWith('.')).sort()
}
