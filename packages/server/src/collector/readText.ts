import { ENCODINGS, encodingOf, readBody } from './readBody.js'

/** What is answered instead of taking a body. */
export interface NoText {
  readonly ok: false
  readonly status: number
  readonly error: string
  readonly headers?: Readonly<Record<string, string>>
}

export type ReadText = { readonly ok: true; readonly text: string; readonly type: string } | NoText

/** The text of a request whose media type is one of `types`, in at most so many bytes. */
export async function readText(request: Request, types: readonly string[], maxBytes: number): Promise<ReadText> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!types.includes(type)) return no(415, `content-type: expected ${types.join(' or ')}, got ${type || 'none'}`)
  const encoding = encodingOf(request)
  if (!ENCODINGS.includes(encoding)) {
    const error = `content-encoding: expected ${ENCODINGS.join(' or ')}, got ${encoding}`
    return { ...no(415, error), headers: { 'accept-encoding': ENCODINGS.join(', ') } }
  }
  const body = await readBody(request, maxBytes)
  if (body.ok) return { ok: true, text: body.text, type }
  return body.reason === 'too large'
    ? no(413, `expected at most ${maxBytes} bytes: send smaller batches`)
    : no(400, `expected a body of UTF-8 text, got one that is ${body.reason}`)
}

const no = (status: number, error: string): NoText => ({ ok: false, status, error })
