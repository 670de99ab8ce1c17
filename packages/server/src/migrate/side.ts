import type { Store } from '../store/store.js'
import type {
  AnnotationRow,
  ErasedRow,
  GapChangeRow,
  LedgerEventRow,
  LedgerRow,
  RemovedRow,
  TicketRow,
} from '../store/wholeRows.js'

export const DAY_MS: number = 86_400_000

/** The events of a site that are dated within a day of UTC. */
export interface SiteDay {
  readonly site: string
  /** Where it begins, epoch ms. */
  readonly start: number
  readonly events: number
  /** Made of the ids: two stores that say the same have, in all likelihood, the same events. */
  readonly mark: string
}

/** Some events of a site: dated from `from` up to `to` (epoch ms), with ids from `first` up to `next`; null: to the last. */
export interface Page {
  readonly site: string
  readonly from: number
  readonly to: number
  readonly first: string
  readonly next: string | null
}

/** A whole event, on its way. */
export interface MovedEvent {
  readonly id: string
  readonly site: string
  readonly visitor: string
  /** Epoch ms. */
  readonly at: number
  readonly received_at: number
  /** All of its columns as a JSON object, as a DuckDB store has them. */
  readonly line: string
}

export interface HashedPage {
  /** In the order of their ids. */
  readonly events: readonly { readonly id: string; readonly hash: string }[]
}

/** Rows of the tables that are copied whole. */
export interface OtherRows {
  ledger: LedgerRow
  ledger_events: LedgerEventRow
  tickets: TicketRow
  annotations: AnnotationRow
  gap_changes: GapChangeRow
  erased: ErasedRow
  removed: RemovedRow
}

export type OtherTable = keyof OtherRows

/** A store as a migration sees it: rows as they lie, whatever the engine. */
export interface Side {
  /** For people; no secret. */
  readonly name: string
  readonly store: Store
  /** Brings to rest what has come so far, so that what is read is settled. */
  settle(): Promise<void>
  days(): Promise<SiteDay[]>
  /** The ids at which the second page of a day begins, the third, and so on. */
  pageStarts(
    day: { readonly site: string; readonly from: number; readonly to: number },
    most: number,
  ): Promise<string[]>
  /** In the order of their ids. */
  events(page: Page): Promise<MovedEvent[]>
  hashes(page: Page): Promise<HashedPage>
  rows<Table extends OtherTable>(table: Table): Promise<OtherRows[Table][]>
  /** Of visitors, by the SHA-256 of their ids, those of whom events are here. */
  visitorsOf(hashes: readonly string[]): Promise<string[]>
  close(): Promise<void>
}

export interface Taken {
  /** Events that are new here. */
  readonly taken: number
  /** Events that both stores had from their page: the copy that was here stays, and the ledger says so. */
  readonly twice: number
}

/** The store that is filled. */
export interface Target extends Side {
  /** Whether rows of the source have come here before. */
  hasTakenFrom(source: string): Promise<boolean>
  /** Events that are here and did not come out of the source. */
  ownEvents(source: string): Promise<number>
  /** Does what was begun when an earlier run was killed. */
  resume(): Promise<void>
  /** Once they are durable. Those that are here already are not doubled. */
  take(source: string, events: readonly MovedEvent[]): Promise<Taken>
  /** What the source's rows have added to the ledger. */
  ledgerOf(source: string): Promise<LedgerRow[]>
  addToLedger(source: string, rows: readonly LedgerRow[]): Promise<void>
  addLedgerEvents(source: string, rows: readonly LedgerEventRow[]): Promise<void>
  addRemoved(source: string, rows: readonly RemovedRow[]): Promise<void>
  /** All changes of the source. */
  takeGapChanges(source: string, rows: readonly GapChangeRow[]): Promise<void>
  /** Makes the tables that are made of events; `onPending` hears how much is left to do. */
  derive(onPending: (left: number) => void, signal: AbortSignal): Promise<void>
}
