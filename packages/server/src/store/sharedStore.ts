import { processWide } from '../processWide.js'
import { openStore } from './openStore.js'
import type { Store } from './store.js'
import { DEFAULT_STORE, parseStoreUrl } from './storeUrl.js'

/** The one store of this process for a URL. It is opened by its first use, and `close` closes it for everybody. */
export function sharedStore(url: string = DEFAULT_STORE): Store {
  const stores = processWide('helptally.stores', () => new Map<string, Store>())
  const { engine, folder } = parseStoreUrl(url)
  const key = `${engine}:${folder}`
  const found = stores.get(key)
  if (found) return found
  const opened = openStore(url)
  const close = (): Promise<void> => {
    stores.delete(key)
    return opened.close()
  }
  const shared = { ...opened, close }
  stores.set(key, shared)
  return shared
}
