/** A tab, without its events. */
export interface TabSpan {
  readonly tab: string
  readonly visitor: string
  /** When its first and its last event happened, epoch ms. */
  readonly first: number
  readonly last: number
  /** How many events it has. */
  readonly size: number
  /** The sessions in which its events lie. */
  readonly sessions: readonly string[]
  readonly has_votes: boolean
  /** Whether something has come to it. */
  readonly isNew: boolean
  /** Whether something is gone that its visitor hung together with. All that visitor's tabs are new. */
  readonly isBereft: boolean
}

export interface TabsAround {
  /** Those of which a row may be another one now. */
  readonly folded: ReadonlySet<string>
  /** Those whose events say what these rows are. */
  readonly read: ReadonlySet<string>
  /** Of whose votes another one may be the last. */
  readonly voters: ReadonlySet<string>
}

/**
 * How far apart two events of different tabs may be, and one still change what is said of the other: a contact counts for
 * what the visitor did within 24 hours before, a click for a search made a minute later by another tab's clock
 * (`facts/fold.ts`). Votes alone have no such limit: of a visitor's votes on a revision the last one counts.
 */
export const REACH_MS: number = 25 * 3_600_000

/**
 * The tabs whose rows something new may change, and those that have to be read for it: of a visitor who reads every day a
 * few days, and not years. `tied`: visitors whose tabs hang together with another visitor's; they are looked at as one.
 */
export function tabsAround(tabs: readonly TabSpan[], tied: ReadonlySet<string>): TabsAround {
  const groupOf = ({ visitor }: TabSpan): string => (tied.has(visitor) ? 'tied' : visitor)
  const sharing = (seeds: readonly TabSpan[]): ((tab: TabSpan) => boolean) => {
    const ids = new Set(seeds.flatMap(idsOf))
    return (tab) => idsOf(tab).some((id) => ids.has(id))
  }
  const near = (seeds: readonly TabSpan[]): TabSpan[] => {
    const isSharing = sharing(seeds)
    const seedsOf = Map.groupBy(seeds, groupOf)
    return tabs.filter((tab) => isSharing(tab) || seedsOf.get(groupOf(tab))?.some((seed) => isNear(tab, seed)))
  }
  const folded = near(tabs.filter(({ isNew }) => isNew))
  // What their rows are made of may itself be made of what lies near.
  const read = near(near(folded))
  const voters = new Set(folded.filter(({ has_votes }) => has_votes).map(({ visitor }) => visitor))
  const votes = tabs.filter(({ visitor, has_votes }) => has_votes && voters.has(visitor))
  return { folded: idOf(folded), read: idOf([...read, ...tabs.filter(sharing(votes))]), voters }
}

const idsOf = ({ tab, sessions }: TabSpan): readonly string[] => [tab, ...sessions]

const isNear = (a: TabSpan, b: TabSpan): boolean => a.first <= b.last + REACH_MS && b.first <= a.last + REACH_MS

const idOf = (tabs: readonly TabSpan[]): ReadonlySet<string> => new Set(tabs.map(({ tab }) => tab))
