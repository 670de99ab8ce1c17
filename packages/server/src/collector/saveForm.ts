import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { bodyChunks } from './bodyChunks.js'
import { isOfDisk, PRIVATE_FILE, type Saved } from './saveUpload.js'

const LIMITS = { files: 1, fields: 16, parts: 20, fieldSize: 4_096, fieldNameSize: 100, headerPairs: 40 }

/** Writes the one file of a form as it comes, with its fields. */
export async function saveForm(request: Request, path: string, maxBytes: number): Promise<Saved> {
  const fields: Record<string, string> = {}
  let name = ''
  let isTooLarge = false
  let out: WriteStream | null = null
  let saving = Promise.resolve()
  const broken = new AbortController()
  const breakOff = (error: unknown): void => broken.abort(error)
  try {
    const headers = { 'content-type': request.headers.get('content-type')! }
    const parser = new Busboy({ headers, limits: { ...LIMITS, fileSize: maxBytes } })
    parser.on('field', (field, value) => {
      fields[field] = value
    })
    parser.on('file', (_, stream, filename = '') => {
      name = filename
      out = createWriteStream(path, { mode: PRIVATE_FILE })
      stream.on('limit', () => {
        isTooLarge = true
      })
      saving = pipeline(stream, out)
      saving.catch(breakOff)
    })
    const { signal } = broken
    const finished = once(parser, 'finish', { signal })
    finished.catch(breakOff)
    for await (const chunk of bodyChunks(request)) {
      // Read on, so that the browser hears what went wrong.
      if (!signal.aborted && !parser.write(chunk)) await once(parser, 'drain', { signal }).catch(() => undefined)
    }
    if (!signal.aborted) parser.end()
    await finished
    await saving
  } catch {
    if (isOfDisk(broken.signal.reason)) throw broken.signal.reason
    return { wrong: isTooLarge ? 'too_large' : 'cut_off', fields }
  }
  const bytes = (out as WriteStream | null)?.bytesWritten ?? 0
  if (isTooLarge) return { wrong: 'too_large', fields }
  return bytes === 0 ? { wrong: 'no_file', fields } : { upload: { fields, name, bytes } }
}
