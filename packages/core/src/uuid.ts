/** Fills the array with random bytes, as `crypto.getRandomValues` does. */
export type RandomBytes = (bytes: Uint8Array) => Uint8Array

/** Lower case only, so that one id has one spelling. */
export const UUID: RegExp = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

/** A UUIDv7 (RFC 9562, 5.7): 48 bits of `now` (epoch ms), then random bits. Ids sort by time of making. */
export function uuidv7(now: number, random: RandomBytes): string {
  const bytes = random(new Uint8Array(16))
  // An array of bytes keeps the lowest eight bits of what it is given.
  for (let index = 0; index < 6; index++) bytes[index] = now / 2 ** (40 - 8 * index)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  let hex = ''
  for (const byte of bytes) hex += (0x100 + byte).toString(16).slice(1)
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
