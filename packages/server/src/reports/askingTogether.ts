import type { Store } from '../store/store.js'

/** All that is asked of it belongs together: a report is of one moment, and a cluster is asked once what it has to catch up. */
export function askingTogether(store: Store): Store {
  const together = {}
  return {
    ...store,
    query: (statement, params) => store.query(statement, params, together),
    queryFacts: (statement, params) => store.queryFacts(statement, params, together),
  }
}
