import { DATABASE, STORE } from './database.js'
import type { Journal, JournalEntry } from './ports.js'

/** The journal in IndexedDB, opened when it is first used; null where that is missing. */
export function browserJournal(): Journal | null {
  const factory = idb()
  if (!factory) return null
  let opened: Promise<IDBDatabase> | null = null

  const open = () => {
    opened ??= openDatabase(factory, () => {
      opened = null
    })
    return opened
  }
  const letGo = () => {
    const closing = opened
    opened = null
    closing?.then(
      (database) => database.close(),
      () => {},
    )
  }
  const change = async (act: (store: IDBObjectStore) => void) => {
    const transaction = (await open()).transaction(STORE, 'readwrite')
    act(transaction.objectStore(STORE))
    // A page that is on its way out hears of nothing any more, and would not commit by itself.
    transaction.commit()
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
  }
  return {
    put: (entry) => change((store) => store.put(entry)),
    remove: (keys) =>
      change((store) => {
        for (const key of keys) store.delete(key)
      }),
    async read() {
      const store = (await open()).transaction(STORE).objectStore(STORE)
      return answerOf<JournalEntry[]>(store.getAll())
    },
    close() {
      // A page that is left is hidden right after, and is told its vitals then: they have still to be written.
      if (document.visibilityState === 'visible') document.addEventListener('visibilitychange', letGo, { once: true })
      else letGo()
    },
    async destroy() {
      await answerOf(factory.deleteDatabase(DATABASE))
    },
  }
}

async function openDatabase(factory: IDBFactory, onGone: () => void): Promise<IDBDatabase> {
  const request = factory.open(DATABASE)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' })
  request.onerror = onGone
  const database = await answerOf(request)
  database.onclose = onGone
  // Another tab deletes it, because the reader refuses.
  database.onversionchange = () => {
    database.close()
    onGone()
  }
  return database
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Where all storage is blocked, the getter throws. */
function idb(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB
  } catch {
    return undefined
  }
}
