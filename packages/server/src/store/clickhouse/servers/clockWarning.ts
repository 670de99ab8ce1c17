const MAX_APART_MS = 60_000

/** Null where the clocks agree as far as it matters. */
export function clockWarning(address: string, aheadMs: number): string | null {
  if (Math.abs(aheadMs) <= MAX_APART_MS) return null
  const seconds = Math.round(Math.abs(aheadMs) / 1000)
  return (
    `[helptally] Expected the clocks of this machine and of ClickHouse at ${address} within ${MAX_APART_MS / 1000} s, found ` +
    `that one ${seconds} s ${aheadMs > 0 ? 'ahead' : 'behind'}. Where this machine is wrong, events get wrong times, and ` +
    'sessions the wrong hour or day; where that one is, it forgets too soon or too late which blocks it has taken in. Set ' +
    'both by NTP. What was taken in keeps its times.'
  )
}
