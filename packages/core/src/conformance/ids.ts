import { uuidv7 } from '../uuid.js'

/** Makes ids (UUIDv7) that are the same whenever a trace is told of the same time, and of no other trace. */
export function idsOf(traceName: string): (at: number, what: string) => string {
  return (at, what) =>
    uuidv7(at, (bytes) => {
      const view = new DataView(bytes.buffer)
      view.setUint32(8, hash(traceName))
      view.setUint32(12, hash(what))
      return bytes
    })
}

/** FNV-1a, 32 bits: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  return value
}
