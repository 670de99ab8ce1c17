import type { KeyValueStore } from './ports.js'

/** With all cookies blocked, the getters of both storages throw. */
export function allowed(get: () => KeyValueStore): KeyValueStore | null {
  try {
    return get()
  } catch {
    return null
  }
}
