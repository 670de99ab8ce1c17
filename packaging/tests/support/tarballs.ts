import { PACKAGES, REPOSITORY } from './packages.js'
import { run } from './run.js'

export interface Tarball {
  readonly name: string
  readonly filename: string
  readonly files: readonly string[]
}

/** Packs every package as `npm publish` would, into the folder. */
export async function packTarballs(folder: string): Promise<readonly Tarball[]> {
  const workspaces = PACKAGES.flatMap(({ manifest }) => ['-w', manifest.name])
  const packed = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, ...workspaces], {
    cwd: REPOSITORY,
  })
  if (packed.code !== 0) throw new Error(`[helptally] npm pack failed:\n${packed.stderr}`)
  const told = JSON.parse(packed.stdout) as { name: string; filename: string; files: { path: string }[] }[]
  return told.map(({ name, filename, files }) => ({ name, filename, files: files.map(({ path }) => path) }))
}
