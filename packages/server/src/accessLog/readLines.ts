import { fileBytes } from '../fileBytes.js'
import { MAX_LINE } from './parseLine.js'

/**
 * The lines of a file, plain or gzipped, some at a time, with a character for each byte. Of a line that is longer than
 * any may be only the beginning is kept, so that a file without lines needs no memory. Throws `UnreadableFile` when the
 * file cannot be read to its end, after the lines before. `onRead`: as that of `fileBytes`.
 */
export async function* readLines(path: string, onRead?: (bytes: number) => void): AsyncGenerator<readonly string[]> {
  try {
    yield* linesIn(fileBytes(path, onRead))
  } catch (error) {
    throw new UnreadableFile((error as Error).message, { cause: error })
  }
}

export class UnreadableFile extends Error {}

async function* linesIn(bytes: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> {
  let rest = ''
  for await (const chunk of bytes) {
    const lines = (rest + chunk.toString('latin1')).split('\n')
    rest = lines.pop()!.slice(0, MAX_LINE + 1)
    if (lines.length > 0) yield lines.map(withoutReturn)
  }
  if (rest !== '') yield [withoutReturn(rest)]
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)
