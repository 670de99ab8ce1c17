export type Body = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: Refusal }
type Refusal = 'too large' | 'not UTF-8' | 'cut off'

/** Reads at most `limit` bytes; what `content-length` promises does not matter. */
export async function readBody(request: Request, limit: number): Promise<Body> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    // A reader costs less than the loop over the stream, on every request.
    const reader = request.body?.getReader()
    for (let read = await reader?.read(); read && !read.done; read = await reader!.read()) {
      size += read.value.byteLength
      if (size > limit) {
        void reader!.cancel().catch(() => undefined)
        return { ok: false, reason: 'too large' }
      }
      chunks.push(read.value)
    }
  } catch {
    return { ok: false, reason: 'cut off' }
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) }
  } catch {
    return { ok: false, reason: 'not UTF-8' }
  }
}
