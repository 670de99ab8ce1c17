import type { Store } from '../store/store.js'
import { rateOf } from './rates.js'
import type { Scope } from './scope.js'
import type { SpeedOutcome } from './shapes.js'
import { VITAL_LIMITS } from './vitalLimits.js'
import { speedSql } from './vitals.sql.js'

/** What came of openings, by how fast they showed. `of`: an article, '' for all. */
export async function speedOutcomes(store: Store, scope: Scope, of: string): Promise<SpeedOutcome[]> {
  type Counted = Pick<SpeedOutcome, 'navigation' | 'speed'> & Record<'opens' | 'reads' | 'quick_exits', number>
  const { good, poor } = VITAL_LIMITS.LCP
  const counted = await store.queryFacts<Counted>(speedSql, { ...scope, of, good, poor })
  return counted.map(({ opens, reads, quick_exits, ...of }) => ({
    ...of,
    read: rateOf(reads, opens),
    quick_exit: rateOf(quick_exits, opens),
  }))
}
