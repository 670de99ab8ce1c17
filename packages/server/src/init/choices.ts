import type { ChosenOptions } from './config/ourLines.js'

/** What a site is to have. */
export interface Choices extends ChosenOptions {
  /** Where the collector is: a path of the site, or the absolute address of one elsewhere. */
  readonly base: string
  /** Where the dashboard is, a path; null for none. */
  readonly dashboard: string | null
}

export const isElsewhere = (base: string): boolean => /^https?:\/\//.test(base)
