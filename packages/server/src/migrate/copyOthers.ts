import type { Annotation } from '../annotations/annotation.js'
import { mergeGapChanges } from '../gapWork/mergeGapChanges.js'
import { LEDGER_COUNTS } from '../ledger/ledgerCounts.js'
import { KEEP_REJECTED_MS } from '../ledger/settle.js'
import { inParts } from '../store/clickhouse/tables/idLists.js'
import { ERASED_FOR_MS } from '../store/duckdb/eraseVisitor.js'
import type { AnnotationRow, ErasedRow, LedgerEventRow, LedgerRow, RemovedRow, TicketRow } from '../store/wholeRows.js'
import type { SourceId } from './copyEvents.js'
import { hashOfVisitor } from './hashOfVisitor.js'
import type { OtherRows, OtherTable, Side, Target } from './side.js'

/** Rows of one message. */
const ROWS_AT_ONCE = 5_000

export type Counts = Readonly<Record<OtherTable, number>>

/** What is there of each table, and how much of it the other store has not. */
export type OtherCounts = Readonly<Record<OtherTable, { readonly rows: number; readonly missing: number }>>

/**
 * Copies what is kept beside events: what the source has and the target has not. Visitors who were erased in the source
 * are erased in the target, too. Resolves to how many rows of which table. `now`: epoch ms.
 */
export async function copyOthers(from: Side, to: Target, source: SourceId, now: number): Promise<Counts> {
  const erased = await copyErased(from, to, now)
  const found = await missingRows(from, to, source, now)
  for (const rows of inParts(found.ledger.missing, ROWS_AT_ONCE)) await to.addToLedger(source, rows)
  for (const rows of inParts(found.ledger_events.missing, ROWS_AT_ONCE)) await to.addLedgerEvents(source, rows)
  await keepTickets(to, found.tickets.missing)
  for (const { site, ...annotation } of found.annotations.missing)
    await to.store.changeAnnotations({ do: 'add', site, annotation: annotation as Annotation & { at: number } })
  if (found.gap_changes.missing.length > 0) await to.takeGapChanges(source, found.gap_changes.rows)
  if (found.removed.missing.length > 0) await to.addRemoved(source, found.removed.missing)
  return {
    ledger: found.ledger.missing.length,
    ledger_events: found.ledger_events.missing.length,
    tickets: found.tickets.missing.length,
    annotations: found.annotations.missing.length,
    gap_changes: found.gap_changes.missing.length,
    erased,
    removed: found.removed.missing.length,
  }
}

/** How the two stores compare. */
export async function compareOthers(from: Side, to: Target, source: SourceId, now: number): Promise<OtherCounts> {
  const found = await missingRows(from, to, source, now)
  return Object.fromEntries(
    Object.entries(found).map(([table, { rows, missing }]) => [table, { rows: rows.length, missing: missing.length }]),
  ) as OtherCounts
}

type Missing = {
  readonly [Table in OtherTable]: { readonly rows: OtherRows[Table][]; readonly missing: OtherRows[Table][] }
}

async function missingRows(from: Side, to: Target, source: SourceId, now: number): Promise<Missing> {
  const out = new Set((await lateErased(to, now)).map(({ visitor_hash }) => visitor_hash))
  const isIn = (visitor: string | null): boolean => visitor === null || !out.has(hashOfVisitor(visitor))

  const ledger = await from.rows('ledger')
  const rejected = (await from.rows('ledger_events')).filter((row) => row.received_at >= now - KEEP_REJECTED_MS)
  const tickets = (await from.rows('tickets')).filter(({ visitor_id }) => isIn(visitor_id))
  const annotations = await from.rows('annotations')
  const changes = await from.rows('gap_changes')
  const erased = await lateErased(from, now)
  const removed = latestForgotten(await from.rows('removed'))

  const kept = new Map((await to.rows('tickets')).map((row) => [ticketName(row), row.received_at]))
  const noted = new Set((await to.rows('annotations')).flatMap((row) => [row.id, annotationName(row)]))
  const theirs = await to.rows('gap_changes')
  const merged = new Set(mergeGapChanges(changes, theirs).map(textOf))
  const standing = new Set(theirs.map(textOf))
  return {
    ledger: { rows: ledger, missing: ledgerDifference(ledger, await to.ledgerOf(source)) },
    ledger_events: { rows: rejected, missing: lacking(rejected, await to.rows('ledger_events'), rejectedName) },
    tickets: {
      rows: tickets,
      missing: tickets.filter((row) => (kept.get(ticketName(row)) ?? Number.NEGATIVE_INFINITY) < row.received_at),
    },
    annotations: {
      rows: annotations,
      missing: annotations.filter((row) => !noted.has(row.id) && !noted.has(annotationName(row))),
    },
    gap_changes: {
      rows: changes,
      missing:
        changes.length === 0 ? [] : [...merged].filter((row) => !standing.has(row)).map((row) => JSON.parse(row)),
    },
    erased: { rows: erased, missing: erased.filter(({ visitor_hash }) => !out.has(visitor_hash)) },
    removed: { rows: removed, missing: lacking(removed, await to.rows('removed'), removedName) },
  }
}

/** Their events of before the erasure may have been copied already. */
async function copyErased(from: Side, to: Target, now: number): Promise<number> {
  const erased = await lateErased(from, now)
  if (erased.length === 0) return 0
  for (const visitor of await to.visitorsOf(erased.map(({ visitor_hash }) => visitor_hash)))
    await to.store.eraseVisitor(visitor)
  const out = new Set((await lateErased(to, now)).map(({ visitor_hash }) => visitor_hash))
  const missing = erased.filter(({ visitor_hash }) => !out.has(visitor_hash))
  if (missing.length > 0)
    await to.store.keepOut(
      missing.map(({ visitor_hash, erased_at }) => ({ erased: visitor_hash, erasedAt: erased_at })),
    )
  return missing.length
}

const lateErased = async (side: Side, now: number): Promise<ErasedRow[]> =>
  (await side.rows('erased')).filter(({ erased_at }) => erased_at > now - ERASED_FOR_MS)

/** As they came: those that were received together, together. */
async function keepTickets({ store }: Target, tickets: readonly TicketRow[]): Promise<void> {
  const feeds = Map.groupBy(tickets, ({ site, received_at }) => JSON.stringify([received_at, site]))
  for (const all of [...feeds.values()].sort((a, b) => a[0]!.received_at - b[0]!.received_at)) {
    const { site, received_at: receivedAt } = all[0]!
    for (const rows of inParts(all, ROWS_AT_ONCE)) {
      const named = rows.map(({ ticket, at, visitor_id, ref, channel }) => {
        return { ticket, at, visitor: visitor_id ?? '', ref, channel }
      })
      await store.keepTickets({ site, receivedAt, tickets: named })
    }
  }
}

const ticketName = ({ site, ticket }: TicketRow): string => JSON.stringify([site, ticket])

/** A store keeps none twice that says the same. */
const annotationName = ({ site, at, kind, text, article }: AnnotationRow): string =>
  JSON.stringify([site, at, kind, text, article])

const rejectedName = (row: LedgerEventRow): string =>
  JSON.stringify([row.event_id, row.outcome, row.reason, row.site, row.tab_id, row.seq, row.received_at])

const removedName = ({ removed_at, cause, before, events }: RemovedRow): string =>
  JSON.stringify([removed_at, cause, before, events])

const textOf = (row: object): string => JSON.stringify(Object.fromEntries(Object.entries(row).sort()))

/** Before which moment was forgotten, the latest says; a store keeps no other. */
function latestForgotten(rows: readonly RemovedRow[]): RemovedRow[] {
  const latest = Math.max(...rows.map(({ before }) => before ?? Number.NEGATIVE_INFINITY))
  return rows.filter(({ cause, before }) => cause !== 'forgotten' || before === latest)
}

/** Rows that are there more often than here. */
function lacking<Row>(there: readonly Row[], here: readonly Row[], nameOf: (row: Row) => string): Row[] {
  const left = new Map<string, number>()
  for (const row of here) left.set(nameOf(row), (left.get(nameOf(row)) ?? 0) + 1)
  return there.filter((row) => {
    const n = left.get(nameOf(row)) ?? 0
    left.set(nameOf(row), n - 1)
    return n <= 0
  })
}

/** What has to be added so that each slot has got as much as the source has. */
function ledgerDifference(there: readonly LedgerRow[], added: readonly LedgerRow[]): LedgerRow[] {
  const slotOf = ({ slot, site, synthetic }: LedgerRow): string => JSON.stringify([slot, site, synthetic])
  const had = new Map(added.map((row) => [slotOf(row), row]))
  return there.flatMap((row) => {
    const before = had.get(slotOf(row))
    const rest = Object.fromEntries(LEDGER_COUNTS.map((count) => [count, row[count] - (before?.[count] ?? 0)]))
    return LEDGER_COUNTS.some((count) => rest[count] !== 0) ? [{ ...row, ...rest }] : []
  })
}
