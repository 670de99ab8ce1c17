import type { KeyValueStore } from '../../src/ports/ports.js'

/** A store that a test can look into. */
export function storage(items = new Map<string, string>()): KeyValueStore & { items: Map<string, string> } {
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}
