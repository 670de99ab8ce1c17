import type { Store } from '../store/store.js'
import type { ReportQuery } from './parseReportQuery.js'
import { rateOf } from './rates.js'
import { scopeOf } from './scope.js'
import { searchesDefinition } from './searches.js'
import { searchSuccessSql } from './searches.sql.js'
import type { SearchSuccess } from './searchShapes.js'

/** One number of the report `searches`, without grouping by query, which is most of what the report takes. */
export async function searchSuccess(store: Store, query: ReportQuery): Promise<SearchSuccess> {
  const [counted] = await store.queryFacts<{ searches: number; succeeded: number }>(searchSuccessSql, scopeOf(query))
  return { definition: searchesDefinition, totals: { success: rateOf(counted!.succeeded, counted!.searches) } }
}
