/** What each key may spend: `burst` at once, and `perSecond` in the long run. */
export interface Allowance {
  readonly burst: number
  readonly perSecond: number
}

export interface TokenBuckets {
  /** Spends so many tokens of the key: 0, or how long to wait until they are there (ms), and nothing is spent. */
  spend(key: string, tokens: number): number
}

/** Keys remembered; the one that spent nothing for longest is forgotten, and starts again with a full bucket. */
const MAX_KEYS = 50_000

interface Bucket {
  readonly tokens: number
  /** Epoch ms. */
  readonly at: number
}

export function createTokenBuckets({ burst, perSecond }: Allowance, now: () => number): TokenBuckets {
  const buckets = new Map<string, Bucket>()

  function filled(key: string, at: number): number {
    const bucket = buckets.get(key)
    if (!bucket) return burst
    // A clock that was set back gives nothing and takes nothing.
    const elapsedMs = Math.max(0, at - bucket.at)
    return Math.min(burst, bucket.tokens + (elapsedMs / 1_000) * perSecond)
  }

  return {
    spend(key, tokens) {
      const at = now()
      const asked = Math.min(tokens, burst)
      const left = filled(key, at) - asked
      if (left < 0) return Math.ceil((-left / perSecond) * 1_000)
      buckets.delete(key)
      buckets.set(key, { tokens: left, at })
      if (buckets.size > MAX_KEYS) buckets.delete(buckets.keys().next().value!)
      return 0
    },
  }
}
