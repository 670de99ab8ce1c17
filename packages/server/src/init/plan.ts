/** One file as it is and as it shall be; null where there is none. */
export interface Change {
  /** From the app's folder, with `/`. */
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/** What is to be done to a site, and what is not. */
export interface Plan {
  readonly changes: readonly Change[]
  /** What is there already, or left as it is, and why. */
  readonly kept: readonly string[]
  /** What a person has to do, since it cannot be done safely from here. */
  readonly byHand: readonly string[]
}

export const joined = (plans: readonly Plan[]): Plan => ({
  changes: plans.flatMap(({ changes }) => changes),
  kept: plans.flatMap(({ kept }) => kept),
  byHand: plans.flatMap(({ byHand }) => byHand),
})

export const changing = (...changes: readonly Change[]): Plan => ({ changes, kept: [], byHand: [] })
export const keeping = (kept: string): Plan => ({ changes: [], kept: [kept], byHand: [] })
export const leaving = (byHand: string): Plan => ({ changes: [], kept: [], byHand: [byHand] })
export const NOTHING: Plan = { changes: [], kept: [], byHand: [] }
