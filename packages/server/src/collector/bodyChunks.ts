/** The body of a request as it comes. Throws where it is cut off. */
export async function* bodyChunks({ body }: Request): AsyncGenerator<Uint8Array> {
  if (body) yield* body as unknown as AsyncIterable<Uint8Array>
}

/** Reads what nobody wants: a browser that is still sending hears no answer. */
export async function drop(request: Request): Promise<void> {
  try {
    for await (const _ of bodyChunks(request));
  } catch {
    // It has ended all the same.
  }
}
