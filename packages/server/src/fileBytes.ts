import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** Logs and exports pack to a tenth or a thirtieth; a bomb to a thousandth. */
const MOST_UNPACKED_TIMES = 200
/** A few bytes of anything may be unpacked. */
const ALWAYS_BYTES = 16_777_216

/**
 * The bytes of a file, unpacked where it is gzipped. `onRead` is called with how many of the file's own were read.
 * Throws what the file is not: readable, or packed to its end.
 */
export async function* fileBytes(
  path: string,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  let read = 0
  const counting = new Transform({
    transform(chunk: Buffer, _, done) {
      read += chunk.byteLength
      onRead(read)
      done(null, chunk)
    },
  })
  // `pipeline` destroys the file when who reads stops; the error comes out of what is read.
  const raw = pipeline(createReadStream(path), counting, () => undefined)
  if (!(await isGzip(path))) return yield* raw as AsyncIterable<Buffer>
  let unpacked = 0
  for await (const chunk of pipeline(raw, createGunzip(), () => undefined) as AsyncIterable<Buffer>) {
    unpacked += chunk.byteLength
    if (unpacked > ALWAYS_BYTES && unpacked > read * MOST_UNPACKED_TIMES) throw new Error(BOMB)
    yield chunk
  }
}

const BOMB = `it unpacks to more than ${MOST_UNPACKED_TIMES} times its size: unpack it before, if it is what you take it for`

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
