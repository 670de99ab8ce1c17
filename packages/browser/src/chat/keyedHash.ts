import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

/**
 * HMAC-SHA256. Loaded when a site first gives an id, and free of all other code of ours, so that no page without a chat
 * has a chunk more for it. Made at once, as `crypto.subtle` does not, which is missing over plain http, too.
 */
export function keyedHash(key: string, text: string): Uint8Array {
  const bytesOf = (words: string) => new TextEncoder().encode(words)
  return hmac(sha256, bytesOf(key), bytesOf(text))
}
