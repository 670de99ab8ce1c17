/** Bytes. No exported event comes near it: what goes on for longer is no line of ours, and is not kept. */
export const MAX_LINE_BYTES = 262_144

/** A line of a file, or why it is none. */
export type TextLine =
  /** Counted from 1, with those that are empty. */
  { readonly nr: number } & ({ readonly text: string } | { readonly reason: string })

const NEWLINE = 0x0a

/**
 * The lines that are not empty. Node's own reader would break them at U+2028, which JSON leaves as it is, and hold one
 * without an end whole.
 */
export async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  let nr = 1
  let parts: Uint8Array[] = []
  let bytes = 0

  function add(part: Uint8Array): void {
    bytes += part.byteLength
    if (bytes <= MAX_LINE_BYTES) parts.push(part)
    else parts = []
  }
  function take(): TextLine | null {
    const line = lineOf(nr, parts, bytes)
    nr++
    parts = []
    bytes = 0
    return line
  }

  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end))
      const line = take()
      if (line) yield line
      start = end + 1
    }
    add(chunk.subarray(start))
  }
  const last = take()
  if (last) yield last
}

/** null for one that is empty. */
function lineOf(nr: number, parts: readonly Uint8Array[], bytes: number): TextLine | null {
  if (bytes > MAX_LINE_BYTES) return { nr, reason: `expected at most ${MAX_LINE_BYTES} bytes, got ${bytes}` }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)).trim()
    return text === '' ? null : { nr, text }
  } catch {
    return { nr, reason: 'expected UTF-8, got something else' }
  }
}
