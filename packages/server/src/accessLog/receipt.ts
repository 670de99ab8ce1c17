import type { Skip } from './judge.js'

/** A line that could not be read. */
export interface BrokenLine {
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly expected: string
}

/**
 * What became of each line: `taken`, `here_already`, `left` and all of `skipped` sum to `lines`.
 */
export interface AccessLogReceipt {
  /** Lines read. */
  readonly lines: number
  /** Page views that are events now. */
  readonly taken: number
  /** Page views that an earlier import took, or another file of this one has. */
  readonly here_already: number
  /** Page views that an interruption left out: importing again takes them. */
  readonly left: number
  readonly skipped: Readonly<Record<Skip, number>>
  /** The first of the broken lines. */
  readonly broken: readonly BrokenLine[]
  /** Files that could not be read to their end. */
  readonly unread: readonly { readonly file: string; readonly reason: string }[]
  /** Hosts whose pages counted as the help center's own. */
  readonly hosts: readonly string[]
  /** Sessions of Helptally that began with one of these page views, here already or taken. */
  readonly sessions: number
  /** The same for the half hour of web analytics: a view to compare by, and no count. */
  readonly web_analytics_sessions: number
  readonly interrupted: boolean
}
