import type { KeyValueStore } from '../ports/ports.js'

/** A storage that can be looked into. */
export interface SimulatedStorage extends KeyValueStore {
  readonly items: Map<string, string>
}

export function storage(items: Map<string, string> = new Map()): SimulatedStorage {
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}
