import { readFile } from 'node:fs/promises'

/** Of this package. */
export async function softwareVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  return version
}
