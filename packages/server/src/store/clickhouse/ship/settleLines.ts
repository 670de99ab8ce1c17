import { createHash } from 'node:crypto'
import type { LogLine } from '../../../ledger/ledgerLine.js'
import { KEEP_REJECTED_MS, SLOT_MS } from '../../../ledger/settle.js'
import type { EventLine, StoredEvent } from '../../../log/storedEvent.js'
import { shardOf } from '../tables/shards.js'
import { blocksOf, type PlannedBlock, type PlannedEvent } from './plan.js'

/** What has to be known before it can be said what becomes of lines. */
export interface Settling {
  /** Begins the tokens of the blocks. */
  readonly name: string
  readonly shards: number
  /** Events that the cluster has. */
  readonly known: ReadonlySet<string>
  /** Visitors who are to be kept out, by the SHA-256 of their id. */
  readonly erased: ReadonlySet<string>
  readonly rowsAtOnce?: number
}

/**
 * The blocks that a plan has for a segment of these lines, without a database: for functions that run for the time of a
 * request.
 */
export function settleLines(lines: readonly LogLine[], settling: Settling): PlannedBlock[] {
  const { name, shards, rowsAtOnce } = settling
  const turned = turnedOf(lines, settling)
  const kept = lines.filter((line): line is EventLine => isEvent(line) && !turned.has(line))
  return blocksOf({
    segment: name,
    events: kept
      .map((line) => rowOf(line, shards))
      .sort(asTheyLie)
      .map(({ planned }) => planned),
    ledger: ledgerOf(lines, turned),
    ledgerEvents: ledgerEventsOf(lines, turned),
    ...(rowsAtOnce !== undefined && { rowsAtOnce }),
  })
}

type Turned = ReadonlyMap<LogLine, { readonly outcome: 'duplicate' | 'consent_missing'; readonly reason: string }>

export const isEvent = (line: LogLine): line is Extract<LogLine, { event_id: string }> => 'event_id' in line

/** The first arrival of an event counts. One of an erased visitor is none that is known. */
function turnedOf(lines: readonly LogLine[], { known, erased }: Settling): Turned {
  const turned = new Map<LogLine, { outcome: 'duplicate' | 'consent_missing'; reason: string }>()
  for (const same of Map.groupBy(lines.filter(isEvent), ({ event_id }) => event_id).values()) {
    const [first, ...others] = same.sort((a, b) => a.received_at - b.received_at)
    for (const line of others) turned.set(line, { outcome: 'duplicate', reason: '' })
    const { event_id, visitor_id } = first!
    if (erased.size > 0 && erased.has(createHash('sha256').update(visitor_id).digest('hex'))) {
      turned.set(first!, { outcome: 'consent_missing', reason: 'the visitor was erased' })
    } else if (known.has(event_id)) turned.set(first!, { outcome: 'duplicate', reason: '' })
  }
  return turned
}

/** What a line need not say: see `EventLine`. */
const UNSAID: Omit<
  StoredEvent,
  'event_id' | 'name' | 'site' | 'tab_id' | 'seq' | 'visitor_id' | 'ts' | 'at' | 'received_at' | 'page'
> = {
  v: 1,
  channel: 'help',
  session_id: null,
  active_at: null,
  last_at: null,
  locale: '',
  article_id: '',
  article_rev: '',
  article_section: '',
  article_lang: '',
  entry: '',
  via: '',
  nav: '',
  previous_id: null,
  opened_from: null,
  forked_from: null,
  query_id: null,
  query: '',
  trigger: '',
  results: null,
  position: null,
  list_id: '',
  algorithm: '',
  words: null,
  open_id: null,
  engaged_ms: null,
  scroll: null,
  latency_ms: null,
  engine: '',
  filters: null,
  comment: '',
  method: '',
  form_id: '',
  offered: null,
  ticket: '',
  referrer: '',
  cause: '',
  value: null,
  metric: '',
  metric_id: '',
  navigation: '',
  device: '',
  synthetic: false,
  imported: false,
  label: '',
}

interface Row {
  readonly planned: PlannedEvent
  readonly order: readonly (string | number)[]
}

function rowOf({ dropped: _, ...line }: EventLine & { readonly dropped?: number }, shards: number): Row {
  const said = Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined && value !== null))
  const { event_id, site, visitor_id, tab_id, seq, ts, at = ts, filters, offered } = line
  const day = new Date(at).toISOString().slice(0, 10)
  // In the order of the columns: ties are found in it.
  const row = { tab_id, ...UNSAID, ...said, at, filters: inJson(filters), offered: inJson(offered), day }
  const shard = shardOf(visitor_id, shards)
  return {
    planned: { shard, day, visitor: visitor_id, id: event_id, line: JSON.stringify(row) },
    order: [shard, site, day, visitor_id, tab_id, seq, event_id],
  }
}

const inJson = (list: readonly string[] | null | undefined): string | null => (list ? JSON.stringify(list) : null)

function asTheyLie(a: Row, b: Row): number {
  for (const [i, value] of a.order.entries()) {
    const order = compare(value, b.order[i]!)
    if (order !== 0) return order
  }
  return 0
}

/** Texts as their bytes are ordered. */
function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b)
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b))
}

const OUTCOMES = ['accepted', 'duplicate', 'late', 'bot', 'test', 'consent_missing', 'invalid', 'over_limit'] as const

interface Slot {
  readonly slot: number
  readonly site: string
  readonly synthetic: boolean
  readonly counts: Record<(typeof OUTCOMES)[number] | 'received' | 'dropped' | 'refused', number>
}

/** A batch sent again tells again what its page gave up: so only what was not turned counts of it. */
function ledgerOf(lines: readonly LogLine[], turned: Turned): string[] {
  const slots = new Map<string, Slot>()
  for (const line of lines) {
    const slot = slotOf(line, slots)
    const n = 'n' in line ? line.n : 1
    const own = 'outcome' in line ? line.outcome : line.label || 'accepted'
    const outcome = turned.get(line)?.outcome ?? own
    slot.counts[outcome] += n
    if (outcome !== 'refused') slot.counts.received += n
    if (!turned.has(line)) slot.counts.dropped += line.dropped ?? 0
  }
  return [...slots.values()]
    .sort((a, b) => a.slot - b.slot || compare(a.site, b.site) || Number(a.synthetic) - Number(b.synthetic))
    .map(({ counts, ...slot }) => JSON.stringify({ ...slot, ...counts }))
}

function slotOf(line: LogLine, slots: Map<string, Slot>): Slot {
  const { site, received_at } = line
  const slot = received_at - (received_at % SLOT_MS)
  const synthetic = 'synthetic' in line && line.synthetic === true
  const key = JSON.stringify([slot, site, synthetic])
  const found = slots.get(key)
  if (found) return found
  const counts = Object.fromEntries(
    [...OUTCOMES, 'received', 'dropped', 'refused'].map((name) => [name, 0]),
  ) as Slot['counts']
  const made = { slot, site, synthetic, counts }
  slots.set(key, made)
  return made
}

const TOLD: ReadonlySet<string> = new Set(['duplicate', 'late', 'consent_missing', 'invalid'])

/** Those that were taken in stand in `events` themselves. */
function ledgerEventsOf(lines: readonly LogLine[], turned: Turned): string[] {
  const latest = lines.reduce((max, { received_at }) => Math.max(max, received_at), 0)
  return lines
    .flatMap((line) => {
      const { outcome, reason = '' } = turned.get(line) ?? (line as { outcome?: string; reason?: string })
      const { site, received_at } = line
      if (outcome === undefined || !TOLD.has(outcome) || received_at < latest - KEEP_REJECTED_MS) return []
      const { tab_id = null, seq = null } = line as { tab_id?: string | null; seq?: number | null }
      const event_id = isEvent(line) ? line.event_id : 'rejected_id' in line ? line.rejected_id : ''
      return [{ event_id, outcome, reason, site, tab_id, seq, received_at }]
    })
    .sort(
      (a, b) =>
        a.received_at - b.received_at ||
        compare(a.event_id, b.event_id) ||
        compare(a.outcome, b.outcome) ||
        compare(a.reason, b.reason),
    )
    .map((row) => JSON.stringify(row))
}
