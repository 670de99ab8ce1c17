import type { AnnotationOrder } from '../../annotations/annotation.js'
import type { GapChanged, GapChangeOrder } from '../../gapWork/gapWork.js'
import type { TicketFeed } from '../../tickets/keepTickets.js'
import type { BackedUp, Erasure, Forgotten, Health, QueryParams } from '../store.js'
import type { TakenIn, WholeRows } from './takeIn.js'

/** What the owner of a store does, for itself and for every other process. Values survive JSON. */
export interface Answers {
  query<Row>(sql: string, params?: QueryParams): Promise<Row[]>
  queryFacts<Row>(sql: string, params?: QueryParams): Promise<Row[]>
  keepTickets(feed: TicketFeed): Promise<string[]>
  changeAnnotations(order: AnnotationOrder): Promise<string | null>
  changeGaps(order: GapChangeOrder): Promise<GapChanged>
  eraseVisitor(visitorId: string): Promise<number>
  keepOut(erasures: readonly Erasure[]): Promise<void>
  forgetBefore(moment: number): Promise<Forgotten>
  /** Takes rows of another store as they lie there. */
  takeIn(rows: WholeRows): Promise<TakenIn>
  backup(folder: string): Promise<BackedUp>
  health(): Promise<Health>
  /** Resolves when all that was acknowledged before is in the engine. */
  drain(): Promise<void>
}
