/** One value for the process: the same for every bundle, and after every hot reload. */
export function processWide<T>(key: string, make: () => T): T {
  const values = globalThis as unknown as Record<symbol, T | undefined>
  const symbol = Symbol.for(key)
  const value = values[symbol] ?? make()
  values[symbol] = value
  return value
}
