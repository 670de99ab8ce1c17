import { type Batch, MAX_BATCH_BYTES, parseBatch } from '@helptally/core/schema'
import { type NoText, readText } from './readText.js'

/** What is answered instead of taking a batch. */
export type NoBatch = NoText

export type ReadBatch = { readonly ok: true; readonly batch: Batch } | NoBatch

const TYPES = ['text/plain', 'application/json']

/** Takes a request apart, as far as to its single events. */
export async function readBatch(request: Request): Promise<ReadBatch> {
  const read = await readText(request, TYPES, MAX_BATCH_BYTES)
  if (!read.ok) return read
  const json = parseJson(read.text)
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
