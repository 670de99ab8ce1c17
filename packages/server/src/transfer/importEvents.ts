import { createHash } from 'node:crypto'
import { redactEvent } from '../collector/redactEvent.js'
import { toConversationLine } from '../conversations/conversationLine.js'
import type { LogLine } from '../ledger/ledgerLine.js'
import { toLine } from '../log/toLine.js'
import { ERASED_FOR_MS } from '../store/duckdb/eraseVisitor.js'
import type { Store } from '../store/store.js'
import { inPieces } from './inPieces.js'
import { knownSql } from './known.sql.js'
import { readTransferred } from './readTransferred.js'
import type { TextLine } from './textLines.js'
import type { TransferredErasure, TransferredEvent, TransferredFact } from './transferred.js'

/** Lines handed to the store at once. */
const PIECE_LINES = 5_000

export interface Imported {
  /** All but empty ones: the sum of the others. */
  readonly lines: number
  /** Events that are new here. */
  readonly taken: number
  /** Events that were here already, and change nothing. */
  readonly known: number
  /** Events of visitors who were erased in the last seven days. */
  readonly keptOut: number
  /** Visitors whom the other store has erased: what comes of them within seven days is not let in here, either. */
  readonly erased: number
  /** Lines that are none of ours. */
  readonly bad: number
}

export interface ImportOptions {
  /** Epoch ms. */
  readonly now: number
  /** Only what is of this help center is taken. Default: of any. */
  readonly site?: string | undefined
  /** Called for each line that is not taken because it is none of ours. */
  readonly onBad: (nr: number, reason: string) => void
  /** Called when these are durable. */
  readonly onPiece?: (imported: Imported) => void
  /** Ends it before the next piece. What was taken stays: the same file may be imported again. */
  readonly signal?: AbortSignal
  readonly pieceLines?: number
}

/**
 * Takes the events of an export into a store, each once, dated and labelled as they were. The ledger has them in the
 * quarter of an hour in which they were received; what is here already is not even booked as a duplicate, because no
 * page sent it again.
 */
export async function importEvents(
  store: Pick<Store, 'append' | 'query' | 'keepOut'>,
  lines: AsyncIterable<TextLine>,
  { now, site, onBad, onPiece, signal, pieceLines = PIECE_LINES }: ImportOptions,
): Promise<Imported> {
  let imported: Imported = { lines: 0, taken: 0, known: 0, keptOut: 0, erased: 0, bad: 0 }
  for await (const piece of inPieces(lines, pieceLines)) {
    signal?.throwIfAborted()
    const { events, erasures, bad } = sorted(piece, now, site)
    for (const { nr, reason } of bad) onBad(nr, reason)
    if (erasures.length > 0) await store.keepOut(erasures)
    const { taken, known, keptOut } = await takeNew(store, events, now)
    imported = {
      lines: imported.lines + piece.length,
      taken: imported.taken + taken,
      known: imported.known + known,
      keptOut: imported.keptOut + keptOut,
      erased: imported.erased + erasures.length,
      bad: imported.bad + bad.length,
    }
    onPiece?.(imported)
  }
  signal?.throwIfAborted()
  return imported
}

/** What a line of the export becomes in the log. */
interface Arriving {
  readonly id: string
  readonly visitorId: string
  readonly line: LogLine
}

interface Sorted {
  readonly events: Arriving[]
  readonly erasures: TransferredErasure[]
  readonly bad: { readonly nr: number; readonly reason: string }[]
}

function sorted(piece: readonly TextLine[], now: number, site: string | undefined): Sorted {
  const found: Sorted = { events: [], erasures: [], bad: [] }
  for (const line of piece) {
    const read = 'reason' in line ? line : readTransferred(line.text, now)
    if ('reason' in read) found.bad.push({ nr: line.nr, reason: read.reason })
    else if ('erased' in read) found.erasures.push(read)
    else if (site !== undefined && siteOf(read) !== site) found.bad.push({ nr: line.nr, reason: otherSite(site) })
    else found.events.push(arriving(read))
  }
  return found
}

const siteOf = (read: TransferredEvent | TransferredFact): string => ('fact' in read ? read.fact : read.event).site
const otherSite = (site: string): string => `site: expected "${site}", got another`

function arriving(read: TransferredEvent | TransferredFact): Arriving {
  if ('fact' in read) {
    const { fact, receivedAt, label = '' } = read
    return { id: fact.id, visitorId: fact.visitorId, line: toConversationLine(fact, receivedAt, label) }
  }
  const { event, at, receivedAt, label, device } = read
  const { id, visitorId } = event
  return { id, visitorId, line: toLine(redactEvent(event), receivedAt, at, { label, device }) }
}

async function takeNew(
  store: Pick<Store, 'append' | 'query'>,
  events: readonly Arriving[],
  now: number,
): Promise<Pick<Imported, 'taken' | 'known' | 'keptOut'>> {
  if (events.length === 0) return { taken: 0, known: 0, keptOut: 0 }
  const { known, erased } = await lookUp(store, events, now)
  const fresh = new Map<string, LogLine>()
  let keptOut = 0
  for (const { id, visitorId, line } of events) {
    if (known.has(id) || fresh.has(id)) continue
    if (erased.has(hashOf(visitorId))) keptOut++
    else fresh.set(id, line)
  }
  await store.append([...fresh.values()])
  return { taken: fresh.size, known: events.length - fresh.size - keptOut, keptOut }
}

async function lookUp(
  store: Pick<Store, 'query'>,
  events: readonly Arriving[],
  now: number,
): Promise<{ known: Set<string>; erased: Set<string> }> {
  const ids = events.map(({ id }) => id).sort()
  const rows = await store.query<{ what: 'event' | 'visitor'; id: string }>(knownSql, {
    events: ids,
    first: ids[0]!,
    last: ids.at(-1)!,
    visitors: [...new Set(events.map(({ visitorId }) => visitorId))].map(hashOf),
    until: now - ERASED_FOR_MS,
  })
  const idsOf = (what: string) => new Set(rows.filter((row) => row.what === what).map((row) => row.id))
  return { known: idsOf('event'), erased: idsOf('visitor') }
}

const hashOf = (visitorId: string): string => createHash('sha256').update(visitorId).digest('hex')
