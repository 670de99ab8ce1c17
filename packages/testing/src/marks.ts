/** Up to where the sequence numbers of each tab are all here. */
export interface Marks {
  settle(tabId: string, seq: number): void
  /** null for no tab. */
  markOf(tabId: string | undefined): number | null
}

export function createMarks(): Marks {
  const tabs = new Map<string, Set<number>>()
  return {
    settle(tabId, seq) {
      tabs.set(tabId, (tabs.get(tabId) ?? new Set()).add(seq))
    },
    markOf(tabId) {
      if (tabId === undefined) return null
      let mark = 0
      while (tabs.get(tabId)?.has(mark + 1)) mark += 1
      return mark
    },
  }
}
