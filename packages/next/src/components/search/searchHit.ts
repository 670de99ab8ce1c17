/** One article that a search found. */
export interface SearchHit {
  /** The article's id, as it is counted. */
  readonly id: string
  readonly href: string
  readonly title: string
  /** A line under the title: a summary or a category. */
  readonly detail?: string
}
