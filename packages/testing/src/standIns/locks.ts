export interface Lock {
  readonly name: string
  readonly mode: 'exclusive'
}

export interface LockOptions {
  /** Do not wait: call back with null when somebody holds the lock. */
  readonly ifAvailable?: boolean
}

type Granted<T> = (lock: Lock | null) => T | Promise<T>

/** The part of `navigator.locks` that one page can have by itself: exclusive locks, held until what the callback answers settles. */
export interface Locks {
  request<T>(name: string, granted: Granted<T>): Promise<T>
  request<T>(name: string, options: LockOptions, granted: Granted<T>): Promise<T>
}

export function createLocks(): Locks {
  /** For each name, when its last holder so far lets go. */
  const lastHold = new Map<string, Promise<unknown>>()

  async function request<T>(name: string, ...rest: [Granted<T>] | [LockOptions, Granted<T>]): Promise<T> {
    const granted = rest.at(-1) as Granted<T>
    const { ifAvailable = false, ...others } = rest.length === 2 ? rest[0] : {}
    refuseOthers(others)
    const before = lastHold.get(name)
    if (before && ifAvailable) return granted(null)

    const held = Promise.resolve(before).then(() => granted({ name, mode: 'exclusive' }))
    const free = held.then(
      () => {},
      () => {},
    )
    lastHold.set(name, free)
    void free.then(() => lastHold.get(name) === free && lastHold.delete(name))
    return held
  }
  return { request }
}

function refuseOthers(others: object): void {
  const [option] = Object.keys(others)
  if (option) {
    throw new TypeError(
      `[helptally] The stand-in for navigator.locks knows the option "ifAvailable", got "${option}". Put a stand-in of your own on navigator before this set-up runs.`,
    )
  }
}
