import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Package {
  readonly name: string | undefined
  /** Of both kinds, by name. */
  readonly dependencies: Readonly<Record<string, string>>
}

/** The package.json of a folder; one without anything where there is none. Rejects when nobody can read it. */
export async function readPackage(folder: string): Promise<Package> {
  const path = join(folder, 'package.json')
  const text = await readFile(path, 'utf8').catch(() => '{}')
  const { name, dependencies, devDependencies } = parse(path, text)
  return { name: name || undefined, dependencies: { ...devDependencies, ...dependencies } }
}

interface Manifest {
  readonly name?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

function parse(path: string, text: string): Manifest {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as Manifest
  } catch (error) {
    throw new Error(`[helptally] ${path} cannot be read: ${(error as Error).message}. Expected JSON.`)
  }
}
