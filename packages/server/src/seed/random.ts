/** Plausible chance, the same for the same seed. */
export interface Random {
  /** In [0, 1). */
  next(): number
  chance(probability: number): boolean
  /** Whole, in [least, most]. */
  whole(least: number, most: number): number
  pick<T>(items: readonly T[]): T
  /** Items weighted by 1 / rank: few are popular. */
  pickPopular<T>(items: readonly T[]): T
  /** Items as often as the weight beside them says. */
  pickWeighted<T>(items: readonly (readonly [item: T, weight: number])[]): T
  /** Around a median; `spread` is the standard deviation of the logarithm. */
  logNormal(median: number, spread: number): number
  bytes(array: Uint8Array): Uint8Array
}

export function createRandom(...seeds: readonly (number | string)[]): Random {
  let state = hash(seeds.join(' '))

  /** Mulberry32: small, and far better than the seed data needs. */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  /** Box-Muller. */
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

  function pickWeighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
    let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [item, weight] of items) {
      left -= weight
      if (left < 0) return item
    }
    return items.at(-1)![0]
  }

  return {
    next,
    whole,
    pickWeighted,
    chance: (probability) => next() < probability,
    pick: (items) => items[whole(0, items.length - 1)]!,
    pickPopular: (items) => items[Math.floor((items.length + 1) ** next()) - 1]!,
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    bytes: (array) => array.map(() => whole(0, 255)),
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value
}
