import type { Locks } from './ports.js'

/** Web Locks; null where they are missing, as over plain http. */
export function browserLocks(): Locks | null {
  const { locks } = navigator
  if (!locks) return null
  return {
    tryTake: (name) =>
      new Promise((resolve, reject) => {
        locks
          .request(name, { ifAvailable: true }, (lock) => {
            if (!lock) return resolve(null)
            return new Promise<void>((letGo) => resolve(letGo))
          })
          .catch(reject)
      }),
    held: async () => (await locks.query()).held?.map(({ name }) => name ?? '') ?? [],
  }
}
