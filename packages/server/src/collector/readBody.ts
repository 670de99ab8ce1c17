export type Body = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: Refusal }
type Refusal = 'too large' | 'not UTF-8' | 'cut off'

/** Reads at most `limit` bytes; what `content-length` promises does not matter. */
export async function readBody(request: Request, limit: number): Promise<Body> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength
      // Leaving the loop cancels the rest.
      if (size > limit) return { ok: false, reason: 'too large' }
      chunks.push(chunk)
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
