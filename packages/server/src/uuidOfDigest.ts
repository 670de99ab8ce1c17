import { uuidv7 } from '@helptally/core'

/** A UUIDv8 (RFC 9562, 5.8) of the first 16 bytes of a digest: the same digest has the same. */
export function uuidOfDigest(digest: Uint8Array): string {
  const bytes = Buffer.from(digest.subarray(0, 16))
  bytes[6] = 0x80 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** A UUIDv7 of a digest, which sorts by time like the ids that pages make. `at`: epoch ms. */
export const datedUuidOfDigest = (digest: Uint8Array, at: number): string =>
  uuidv7(at, (bytes) => {
    bytes.set(digest.subarray(0, bytes.length))
    return bytes
  })
