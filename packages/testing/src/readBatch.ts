import { type Batch, MAX_BATCH_BYTES, parseBatch } from '@helptally/core/schema'

export type ReadBatch =
  | { readonly ok: true; readonly batch: Batch }
  | { readonly ok: false; readonly status: 400 | 413 | 415; readonly error: string }

const TYPES = ['text/plain', 'application/json']

/** Takes a request apart, as far as the collector looks before it looks at single events. */
export async function readBatch(request: Request): Promise<ReadBatch> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!TYPES.includes(type)) {
    return { ok: false, status: 415, error: `content-type: expected ${TYPES.join(' or ')}, got ${type || 'none'}` }
  }
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > MAX_BATCH_BYTES) {
    return { ok: false, status: 413, error: `expected at most ${MAX_BATCH_BYTES} bytes, got ${bytes.byteLength}` }
  }
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    return {
      ok: false,
      status: 400,
      error: `expected JSON in UTF-8, got a body that is none (${(error as Error).message})`,
    }
  }
  const parsed = parseBatch(json)
  return parsed.ok ? { ok: true, batch: parsed.batch } : { ok: false, status: 400, error: parsed.reason }
}
