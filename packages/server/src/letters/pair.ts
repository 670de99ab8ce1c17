/** A number of some days, and of the days before them. */
export interface Pair<N> {
  readonly now: N
  readonly before: N
}
