/** So many at a time, the last time fewer. */
export async function* inPieces<T>(values: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let piece: T[] = []
  for await (const value of values) {
    piece.push(value)
    if (piece.length < size) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}
