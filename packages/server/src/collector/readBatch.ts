import { type Batch, MAX_BATCH_BYTES, parseBatch } from '@helptally/core/schema'
import { ENCODINGS, encodingOf, readBody } from './readBody.js'

/** What is answered instead of taking a batch. */
export interface NoBatch {
  readonly ok: false
  readonly status: number
  readonly error: string
  readonly headers?: Readonly<Record<string, string>>
}

export type ReadBatch = { readonly ok: true; readonly batch: Batch } | NoBatch

const TYPES = ['text/plain', 'application/json']

/** Takes a request apart, as far as to its single events. */
export async function readBatch(request: Request): Promise<ReadBatch> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!TYPES.includes(type)) return no(415, `content-type: expected ${TYPES.join(' or ')}, got ${type || 'none'}`)
  const encoding = encodingOf(request)
  if (!ENCODINGS.includes(encoding)) {
    const error = `content-encoding: expected ${ENCODINGS.join(' or ')}, got ${encoding}`
    return { ...no(415, error), headers: { 'accept-encoding': ENCODINGS.join(', ') } }
  }
  const body = await readBody(request, MAX_BATCH_BYTES)
  if (!body.ok) {
    return body.reason === 'too large'
      ? no(413, `expected at most ${MAX_BATCH_BYTES} bytes: send smaller batches`)
      : no(400, `expected a body of UTF-8 text, got one that is ${body.reason}`)
  }
  const json = parseJson(body.text)
  if (!json.ok) return no(400, `expected JSON, got text that is none (${json.reason})`)
  const parsed = parseBatch(json.value)
  return parsed.ok ? parsed : no(400, parsed.reason)
}

const no = (status: number, error: string): NoBatch => ({ ok: false, status, error })

type Json = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string }

function parseJson(text: string): Json {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, reason: (error as SyntaxError).message }
  }
}
