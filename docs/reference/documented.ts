/** What a package offers, as far as its types and their comments say it. Texts are those of the source. */
export interface Documented {
  readonly name: string
  readonly kind: Kind
  /** The comment above it, its lines joined; '' for none. */
  readonly says: string
  /** How it is written in TypeScript; '' where `members` say all. */
  readonly code: string
  readonly members: readonly Member[]
  /** The types that it extends as they are, with the names of what comes from each. */
  readonly bases: readonly Base[]
  /** Names of types in it, in the order in which they stand there. */
  readonly mentions: readonly string[]
  /** From the root of the repository. */
  readonly file: string
}

export const KINDS = ['component', 'hook', 'function', 'class', 'type', 'constant'] as const
export type Kind = (typeof KINDS)[number]

export interface Member {
  /** `totals.sessions` for a field inside a field. */
  readonly name: string
  readonly optional: boolean
  readonly type: string
  /** '' where nobody says. */
  readonly default: string
  /** `ms`, `characters`; '' where there is none. */
  readonly unit: string
  readonly says: string
}

export interface Base {
  readonly name: string
  readonly members: readonly string[]
}
