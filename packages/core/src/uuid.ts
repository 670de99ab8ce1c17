/** Fills the array with random bytes, as `crypto.getRandomValues` does. */
export type RandomBytes = (bytes: Uint8Array) => Uint8Array

/** Lower case only, so that one id has one spelling. */
export const UUID: RegExp = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

/** A UUIDv7 (RFC 9562, 5.7): 48 bits of `now` (epoch ms), then random bits. Ids sort by time of making. */
export function uuidv7(now: number, random: RandomBytes): string {
  const time = hex(Math.floor(now), 12)
  const bits = Array.from(random(new Uint8Array(16)), (byte) => hex(byte, 2)).join('')
  const variant = hex(0x8 | (Number.parseInt(bits[16]!, 16) & 0x3), 1)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits.slice(13, 16)}-${variant}${bits.slice(17, 20)}-${bits.slice(20)}`
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
