import { type Statement, written } from '../sql/dialect.js'
import type { Store } from '../store/store.js'

/**
 * Asks for `all_` where a statement says `chosen_`: the same rows while no article and no search chooses among them, and
 * half of the time that the database takes to plan.
 */
export function choosingNone(store: Store): Store {
  const ofAll =
    (statement: Statement): Statement =>
    (dialect) =>
      written(statement, dialect).replaceAll(/\bchosen_(?=\w+\()/g, 'all_')
  return {
    ...store,
    query: (statement, ...others) => store.query(ofAll(statement), ...others),
    queryFacts: (statement, ...others) => store.queryFacts(ofAll(statement), ...others),
  }
}
