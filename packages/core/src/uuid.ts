/** Fills the array with random bytes, as `crypto.getRandomValues` does. */
export type RandomBytes = (bytes: Uint8Array) => Uint8Array

/** Lower case only, so that one id has one spelling. */
export const UUID: RegExp = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const GROUPS = /^(.{8})(.{4})(.{4})(.{4})/

/** A UUIDv7 (RFC 9562, 5.7): 48 bits of `now` (epoch ms), then random bits. Ids sort by time of making. */
export function uuidv7(now: number, random: RandomBytes): string {
  const bytes = random(new Uint8Array(16))
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i)))
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return Array.from(bytes, (byte) => HEX[byte])
    .join('')
    .replace(GROUPS, '$1-$2-$3-$4-')
}
