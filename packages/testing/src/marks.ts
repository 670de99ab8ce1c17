/** Which sequence numbers of each tab are here. */
export interface Marks {
  settle(tabId: string, seq: number): void
  /** Up to where all are; null for no tab. */
  markOf(tabId: string | undefined): number | null
  /** Those beyond the mark, ascending. */
  aheadOf(tabId: string): readonly number[]
}

export function createMarks(): Marks {
  const tabs = new Map<string, Set<number>>()
  const markOf = (tabId: string) => {
    let mark = 0
    while (tabs.get(tabId)?.has(mark + 1)) mark += 1
    return mark
  }
  return {
    settle(tabId, seq) {
      tabs.set(tabId, (tabs.get(tabId) ?? new Set()).add(seq))
    },
    markOf: (tabId) => (tabId === undefined ? null : markOf(tabId)),
    aheadOf: (tabId) => [...(tabs.get(tabId) ?? [])].filter((seq) => seq > markOf(tabId)).sort((a, b) => a - b),
  }
}
