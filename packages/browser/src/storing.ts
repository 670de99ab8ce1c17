import type { KeyValueStore } from './ports/ports.js'

/** Whether the text could be stored: a store may be missing, full or forbidden. */
export function put(store: KeyValueStore | null, key: string, text: string): boolean {
  return did(store, () => store?.setItem(key, text))
}

/** Whether nothing is stored there any more. What may not be touched holds nothing of ours. */
export function drop(store: KeyValueStore | null, key: string): boolean {
  return did(store, () => store?.removeItem(key))
}

function did(store: KeyValueStore | null, act: () => void): boolean {
  try {
    act()
    return store !== null
  } catch {
    return false
  }
}
