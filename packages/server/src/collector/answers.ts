/** What a caller gets. Bodies are JSON; nothing is cached, run, framed, or told to others. */
export function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(body, { status, headers: { ...SAFE, ...headers } })
}

/** A file to be kept. */
export function download(name: string, type: string, text: string): Response {
  const headers = { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` }
  return new Response(text, { headers: { ...SAFE, ...headers } })
}

/** A long file to be kept, which is not held in memory. */
export function fileOf(name: string, bytes: number, body: ReadableStream<Uint8Array> | null): Response {
  const headers = {
    ...{ 'content-type': 'application/octet-stream', 'content-length': String(bytes) },
    'content-disposition': `attachment; filename="${name}"`,
  }
  return new Response(body, { headers: { ...SAFE, ...headers } })
}

/** Words for people, in a language. */
export function text(words: string, language: string): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'content-language': language }
  return new Response(words, { headers: { ...SAFE, ...headers } })
}

/** Exactly this text, for a machine. */
export function exactly(type: string, text: string): Response {
  return new Response(text, { headers: { ...SAFE, 'content-type': type } })
}

/** A refusal says what was expected, what came and how to mend it. */
export function refuse(status: number, error: string, headers?: Readonly<Record<string, string>>): Response {
  return answer(status, { error }, headers)
}

/** Goes on until somebody ends it. */
export function streamed(type: string, body: ReadableStream<Uint8Array> | null): Response {
  // Nginx would hold it back otherwise: https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
  const headers = { 'content-type': type, 'x-accel-buffering': 'no' }
  return new Response(body, { headers: { ...SAFE, ...headers } })
}

/** Leads a form to a page of the same site. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { ...SAFE, location } })
}

export function nothing(headers: Readonly<Record<string, string>>): Response {
  return new Response(null, { status: 204, headers: { ...SAFE, ...headers } })
}

/** JSON with somebody's words in it, should a browser be led to show it. */
const SAFE = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}
