import { DATABASE, STORE } from './database.js'
import type { FirstPorts } from './ports.js'

/** Puts into the journal and lets go of it; takes it for whole when it cannot. */
export const firstJournal: FirstPorts['journal'] = {
  put: (entry) =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(DATABASE)
      request.onerror = reject
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' })
      request.onsuccess = () => {
        const transaction = request.result.transaction(STORE, 'readwrite')
        transaction.objectStore(STORE).put(entry)
        transaction.oncomplete = () => resolve()
        transaction.commit()
        request.result.close()
      }
    }),
  destroy: async () => void indexedDB.deleteDatabase(DATABASE),
}
