import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Store } from '../store/store.js'
import { checkStatement, type StatementProblem } from './checkStatement.js'
import { compareStore, type StoreComparison } from './compareStore.js'
import type { Watch } from './hashDays.js'
import { fileHash } from './manifest.js'
import type { Statement, StatementKey } from './statement.js'

/** What was found out about a statement. */
export interface Verification {
  /** Nothing is otherwise than when it was signed, as far as it was looked at. */
  readonly equal: boolean
  readonly statement: Pick<Statement, 'site' | 'from' | 'to' | 'tz' | 'made_at' | 'totals'>
  /** Whose signature: of the key that was given, or only of the one inside, which anybody could have put there. */
  readonly key: { readonly id: string; readonly from: 'given' | 'statement' }
  readonly problems: readonly StatementProblem[]
  /** The list of events beside it. */
  readonly manifest: { readonly file: string; readonly is: 'same' | 'changed' | 'absent' }
  /** null: not compared with any. */
  readonly store: StoreComparison | null
}

export interface VerifyOrder {
  /** Where the statement lies; its list of events is looked for beside it. */
  readonly file: string
  readonly statement: Statement
  readonly isAsWritten: boolean
  readonly given: StatementKey | null
  readonly store: Store | null
}

/** Checks a statement by itself, then its list of events, then a store against both. */
export async function verifyStatement(order: VerifyOrder, watch: Watch): Promise<Verification> {
  const { file, statement, given, store } = order
  const { site, from, to, tz, made_at, totals, manifest } = statement
  const problems = checkStatement(statement, given, order)
  const path = join(dirname(file), manifest.file)
  const is = await manifestIs(path, manifest.sha256)
  // Days that are none of the calendar's cannot be asked for.
  const canCompare = problems.every(({ what }) => what !== 'calendar')
  const compared = store && canCompare ? await compareStore(store, statement, is === 'same' ? path : null, watch) : null
  return {
    equal: problems.length === 0 && is === 'same' && (compared === null || isEqual(compared)),
    statement: { site, from, to, tz, made_at, totals },
    key: { id: (given ?? statement.key).id, from: given ? 'given' : 'statement' },
    problems,
    manifest: { file: manifest.file, is },
    store: compared,
  }
}

const isEqual = ({ unequal_days, counts }: StoreComparison): boolean => unequal_days.length === 0 && counts.length === 0

async function manifestIs(path: string, sha256: string): Promise<Verification['manifest']['is']> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (!isThere) return 'absent'
  return (await fileHash(path)) === sha256 ? 'same' : 'changed'
}
