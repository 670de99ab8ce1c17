/** A `PerformanceObserver` of a browser that measures nothing. */
export class ObserverOfNothing {
  static readonly supportedEntryTypes: readonly string[] = []
  observe(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return []
  }
}
