import { readFile } from 'node:fs/promises'

/** Reads a file of JSON. Rejects with what is wrong, by line and column. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(({ message }: Error) => {
    throw new Error(`[helptally] ${file}: expected a file that can be read (${message}).`)
  })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`[helptally] ${file}: expected JSON. ${(error as Error).message}.`)
  }
}
