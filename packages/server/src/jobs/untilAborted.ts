import type { Store } from '../store/store.js'

/**
 * A store that answers until the signal is aborted, and rejects then with its reason, also what was asked before. What is
 * being written is waited for.
 */
export function untilAborted(store: Store, signal: AbortSignal): Store {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  aborted.catch(() => undefined)
  function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    if (signal.aborted) return Promise.reject(signal.reason)
    return Promise.race([ask(), aborted])
  }
  return {
    ...store,
    query: (...statement) => asked(() => store.query(...statement)),
    queryFacts: (...statement) => asked(() => store.queryFacts(...statement)),
  }
}
