import { gunzipSync } from 'node:zlib'

export type Body = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: Refusal }
type Refusal = 'too large' | 'not UTF-8' | 'no gzip' | 'cut off'

/** How a body may be packed. */
export const ENCODINGS: readonly string[] = ['identity', 'gzip']

/** Reads at most `limit` bytes, packed and unpacked; what `content-length` promises does not matter. */
export async function readBody(request: Request, limit: number): Promise<Body> {
  const packed = await readBytes(request, limit)
  if (typeof packed === 'string') return { ok: false, reason: packed }
  const bytes = encodingOf(request) === 'gzip' ? unpack(packed, limit) : packed
  if (typeof bytes === 'string') return { ok: false, reason: bytes }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, reason: 'not UTF-8' }
  }
}

export const encodingOf = ({ headers }: Request): string =>
  headers.get('content-encoding')?.trim().toLowerCase() || 'identity'

async function readBytes(request: Request, limit: number): Promise<Buffer | Refusal> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    // A reader costs less than the loop over the stream, on every request.
    const reader = request.body?.getReader()
    for (let read = await reader?.read(); read && !read.done; read = await reader!.read()) {
      size += read.value.byteLength
      if (size > limit) {
        void reader!.cancel().catch(() => undefined)
        return 'too large'
      }
      chunks.push(read.value)
    }
  } catch {
    return 'cut off'
  }
  return Buffer.concat(chunks)
}

/** zlib stops at the limit: a bomb is never expanded. */
function unpack(packed: Buffer, limit: number): Buffer | Refusal {
  try {
    return gunzipSync(packed, { maxOutputLength: limit })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'no gzip'
  }
}
