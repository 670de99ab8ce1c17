import type { LetterLocale } from '../letters/letter.js'
import type { StatementProblem } from './checkStatement.js'
import type { StoreComparison } from './compareStore.js'
import type { Verification } from './verifyStatement.js'
import { type VerificationWords, WORDS } from './words.js'

/** A verification in words, line by line: what it is about, whether it is equal, and then why. */
export function tellVerification(verification: Verification, locale: LetterLocale): string[] {
  const { equal, statement, key, problems, manifest, store } = verification
  const words = WORDS[locale]
  return [
    words.of(statement),
    equal ? words.equal : words.unequal,
    ...(isSigned(problems) ? [key.from === 'given' ? words.signedBy(key.id) : words.onlyInside(key.id)] : []),
    ...problems.map((problem) => tellProblem(problem, words)),
    words.manifest[manifest.is](manifest.file),
    ...(store ? tellStore(store, words) : [isAskable(problems) ? words.noStore : words.notCompared]),
  ]
}

const isSigned = (problems: readonly StatementProblem[]): boolean => problems.every(({ what }) => what !== 'signature')
const isAskable = (problems: readonly StatementProblem[]): boolean => problems.every(({ what }) => what !== 'calendar')

/** The compiler does not see that a problem and its words have the same name. */
function tellProblem(problem: StatementProblem, { problem: tell }: VerificationWords): string {
  return (tell[problem.what] as (problem: StatementProblem) => string)(problem)
}

function tellStore(store: StoreComparison, words: VerificationWords): string[] {
  const { equal_days, unequal_days, events, more_events, counts, erased_since, forgotten_before } = store
  const misses = events.some(({ what }) => what === 'missing')
  return [
    words.days(equal_days, equal_days + unequal_days.length),
    ...unequal_days.map(words.unequalDay),
    ...events.map(words.event),
    ...(more_events > 0 ? [words.moreEvents(more_events)] : []),
    ...(misses && erased_since > 0 ? [words.erasedSince(erased_since)] : []),
    ...(misses && forgotten_before !== null ? [words.forgottenBefore(forgotten_before)] : []),
    ...counts.map(words.count),
    ...(store.redefined ? [words.redefined] : []),
  ]
}
