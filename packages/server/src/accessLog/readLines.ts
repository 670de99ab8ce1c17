import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { MAX_LINE } from './parseLine.js'

/**
 * The lines of a file, plain or gzipped, some at a time, with a character for each byte. Of a line that is longer than
 * any may be only the beginning is kept, so that a file without lines needs no memory. Throws `UnreadableFile` when the
 * file cannot be read to its end, after the lines before.
 */
export async function* readLines(path: string): AsyncGenerator<readonly string[]> {
  try {
    yield* linesIn(path)
  } catch (error) {
    throw new UnreadableFile((error as Error).message, { cause: error })
  }
}

export class UnreadableFile extends Error {}

async function* linesIn(path: string): AsyncGenerator<readonly string[]> {
  const raw = createReadStream(path)
  // `pipeline` destroys the file when who reads the lines stops; the error comes out of what is read.
  const bytes: Readable = (await isGzip(path)) ? pipeline(raw, createGunzip(), () => undefined) : raw
  let rest = ''
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    const lines = (rest + chunk.toString('latin1')).split('\n')
    rest = lines.pop()!.slice(0, MAX_LINE + 1)
    if (lines.length > 0) yield lines.map(withoutReturn)
  }
  if (rest !== '') yield [withoutReturn(rest)]
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)

/** By its first two bytes: rotated files have all kinds of names. */
async function isGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}
