import type { AnnotationOrder } from '../annotations/annotation.js'
import type { GapChanged, GapChangeOrder } from '../gapWork/gapWork.js'
import type { LogLine } from '../ledger/ledgerLine.js'
import type { Statement } from '../sql/dialect.js'
import type { TicketFeed } from '../tickets/keepTickets.js'

/** A value that a statement is run with. */
export type QueryValue = string | number | boolean | null | readonly string[] | readonly number[]
/** By name, without the `$` that they have in the statement. Every one must occur in it. */
export type QueryParams = Readonly<Record<string, QueryValue>>

/** Whether a store works. */
export interface Health {
  /** Takes events and answers reports. */
  readonly ready: boolean
  /** What is wrong and how to mend it, also where it does not stand in the way; null when nothing is. */
  readonly reason: string | null
  readonly engine: 'duckdb' | 'clickhouse'
  /** The pid of the process that answers for the store; null when none does. */
  readonly owner: number | null
}

/** What is gone. */
export interface Forgotten {
  readonly sessions: number
  readonly events: number
}

/** A visitor who was erased. */
export interface Erasure {
  /** SHA-256 of the visitor's id, in hexadecimal. */
  readonly erased: string
  /** Epoch ms. */
  readonly erasedAt: number
}

/** What was copied. */
export interface BackedUp {
  readonly events: number
  readonly bytes: number
}

/** Where events live. Nothing is opened or touched on disk before the first call of a method. */
export interface Store {
  /** Where it lies. What is no event lies there, too: the key of imports, jobs and their files. */
  readonly folder: string
  /**
   * Resolves when the lines survive a crash of the process and of the machine. Events of an id that is there already
   * change nothing but the ledger. Rejects with `StoreUnavailable` when the disk refuses, or more waits for it than may.
   */
  append(lines: readonly LogLine[]): Promise<void>
  /**
   * Runs one statement over all that was acknowledged before. Whole numbers come back as numbers. `together`: any object;
   * of the statements with the same one only the first need look for what came before it.
   */
  query<Row>(statement: Statement, params?: QueryParams, together?: object): Promise<Row[]>
  /** Like `query`, with `opens` and `searches`, the facts that reports count, brought up to date before. */
  queryFacts<Row>(statement: Statement, params?: QueryParams, together?: object): Promise<Row[]>
  /**
   * Keeps tickets, in the place of earlier ones of the same name; resolves when they are durable, to the visitors who
   * were erased: theirs are not kept.
   */
  keepTickets(feed: TicketFeed): Promise<string[]>
  /** Keeps an annotation, once however often it is told, or removes one. Resolves to its id; null when there is none. */
  changeAnnotations(order: AnnotationOrder): Promise<string | null>
  /** Keeps what an editor does to the gaps of a site; resolves when it is durable, or to why it cannot be done. */
  changeGaps(order: GapChangeOrder): Promise<GapChanged>
  /**
   * Deletes all events and sessions of a visitor; resolves to the number of events. For seven days nothing of that
   * visitor is let in, so that what a page sends late brings nobody back.
   */
  eraseVisitor(visitorId: string): Promise<number>
  /** Keeps out visitors whom another store has erased, until seven days after it did. What is here of them stays. */
  keepOut(erasures: readonly Erasure[]): Promise<void>
  /** Deletes the sessions whose last activity is older (epoch ms), and the events outside the others. */
  forgetBefore(moment: number): Promise<Forgotten>
  /** Copies all that was acknowledged before into a folder that is then a store itself. Others go on meanwhile. */
  backup(folder: string): Promise<BackedUp>
  health(): Promise<Health>
  /** What was acknowledged stays. */
  close(): Promise<void>
}

export interface StoreOptions {
  /** What is older goes by itself, about once an hour. Default: everything is kept. */
  readonly keepDays?: number | null
  /** Takes one line for each fault that no caller sees, such as a failed drain. Default `console.error`. */
  readonly log?: (line: string) => void
}
