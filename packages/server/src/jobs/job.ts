import type { Cause, Difference } from '@helptally/core'
import type { FileFormat } from '../transfer/exportFile.js'

export const JOB_KINDS = ['export', 'import', 'recount'] as const
/** What kinds of long work there are. */
export type JobKind = (typeof JOB_KINDS)[number]

/** `interrupted`: its process ended before it did. */
export type JobState = 'running' | 'done' | 'cancelled' | 'failed' | 'interrupted'

/** How far it has come. */
export interface JobProgress {
  /** So many of them. */
  readonly done: number
  /** null while nobody knows how many there are. */
  readonly of: number | null
  /** What is counted. */
  readonly unit: 'rows' | 'bytes' | 'views' | 'events'
}

/** Long work that goes on in a process of the site after the request that started it was answered. */
interface AnyJob {
  /** Of its kind, counted from 1. */
  readonly nr: number
  readonly site: string
  /** Who started it; '' when the site does not say. */
  readonly by: string
  readonly state: JobState
  /** ISO instant. */
  readonly started_at: string
  /** ISO instant; null while it runs. */
  readonly ended_at: string | null
  readonly progress: JobProgress
  /** An estimate; null when none can be made. */
  readonly left_ms: number | null
  /** Whether somebody has cancelled it, and it has yet to end. */
  readonly is_cancelling: boolean
  /** Why it failed, was cancelled or interrupted, in English; null when there is nothing to say. */
  readonly reason: string | null
  /**
   * How long its file lies here: what an export wrote, what an interrupted import was given. ISO instant; null when it does
   * not. It goes sooner when the disk gets full, or a visitor is erased.
   */
  readonly file_until: string | null
  /** Whether another one can go on from where this one was interrupted. */
  readonly can_resume: boolean
}

/** An export. `result`: null until it is done. */
export interface ExportJob extends AnyJob {
  readonly kind: 'export'
  readonly asked: ExportAsked
  readonly result: ExportResult | null
}

/** An import. `result`: null until it is done. */
export interface ImportJob extends AnyJob {
  readonly kind: 'import'
  readonly asked: ImportAsked
  readonly result: ImportResult | null
}

/** A recount. `result`: null until it is done. */
export interface RecountJob extends AnyJob {
  readonly kind: 'recount'
  readonly asked: RecountAskedFor
  readonly result: RecountResult | null
}

/** Long work of any kind. */
export type Job = ExportJob | ImportJob | RecountJob
/** Long work of one kind. */
export type JobOfKind<Kind extends JobKind> = Extract<Job, { kind: Kind }>

export interface ExportAsked {
  readonly what: 'events' | 'sessions'
  readonly format: FileFormat
  /** ISO instants, half-open. */
  readonly from: string
  readonly to: string
  /** IANA time zone. */
  readonly tz: string
}

export interface ExportResult {
  readonly rows: number
  readonly bytes: number
  /** What the file is called when it is downloaded. */
  readonly name: string
}

export const IMPORT_FORMATS = ['export', 'combined'] as const

export interface ImportAsked {
  /** What whoever sent it calls the file. */
  readonly file: string
  readonly bytes: number
  /** `export`: lines of JSON that an export wrote. `combined`: an access log. */
  readonly format: (typeof IMPORT_FORMATS)[number]
  /** Of access logs: where articles live; '' for others. */
  readonly articles: string
  /** Of access logs: the language of articles whose address names none; '' for none. */
  readonly locale: string
  /** Of access logs: the help center's own hosts, with commas between; '' to find them. */
  readonly host: string
}

/** What became of each line: `taken`, `known` and all of `left_out` sum to `lines`. */
export interface ImportResult {
  readonly lines: number
  /** Events, or page views, that are new here. */
  readonly taken: number
  /** Those that were here already, and change nothing. */
  readonly known: number
  /** The others, by the reason. */
  readonly left_out: Readonly<Record<string, number>>
  /** The first of the lines that were not understood, and what was expected of them. */
  readonly named: readonly { readonly line: number; readonly reason: string }[]
  /** Why the file could not be read to its end; null when it was. */
  readonly unread: string | null
  /** Of access logs: sessions that begin with these views. */
  readonly sessions: number | null
}

export interface RecountAskedFor {
  /** ISO instants, half-open. */
  readonly from: string
  readonly to: string
  /** IANA time zone. */
  readonly tz: string
}

export interface RecountResult {
  /** Whether the log, the pages and the reports agree on every session. */
  readonly is_equal: boolean
  readonly tabs: number
  readonly events: number
  /** Sessions that pages started. */
  readonly claimed: number
  /** Sessions that the rulebook starts. */
  readonly found: number
  readonly differences: Readonly<Record<Difference['kind'], number>>
  readonly causes: Readonly<Record<Cause, number>>
  /** The first of them. */
  readonly named: readonly RecountDifference[]
  /** Sessions that the reports count and no page claims, or the other way round. */
  readonly roll_up: number
  /** The first of those. */
  readonly roll_up_named: readonly { readonly id: string; readonly counted: boolean }[]
}

/** An event at which the log and its page disagree. */
export interface RecountDifference extends Pick<Difference, 'kind' | 'cause' | 'claimed' | 'found'> {
  readonly event_id: string
  /** ISO instant. */
  readonly at: string
}

/** The body of `POST {base}/{kind}s/{nr}`: stops it, or asks the same again. */
export interface JobChangeBody {
  readonly do: 'cancel' | 'again'
}

/** The body of `POST {base}/exports`. */
export interface ExportBody extends Partial<PeriodBody> {
  /** Default: events. */
  readonly what?: ExportAsked['what']
  /** Default: ndjson. */
  readonly format?: FileFormat
}

/** The body of `POST {base}/recounts`. */
export type RecountBody = PeriodBody

export interface PeriodBody {
  /** A date, or an instant. */
  readonly from: string
  /** The end, not part of it: a date, or an instant. */
  readonly to?: string
  /** In the place of `to`: the last day, a date. */
  readonly last?: string
  /** IANA time zone of the dates. */
  readonly tz?: string
}
