/** Work that is done once for each object: whoever asks for the same one waits for the same work. */
export function onceFor(work: () => Promise<void>): (one: object) => Promise<void> {
  const begun = new WeakMap<object, Promise<void>>()
  return (one) => {
    const found = begun.get(one) ?? work()
    begun.set(one, found)
    return found
  }
}
