import type { Block } from '../servers/cluster.js'

/** What is sent of a segment: the same blocks, with the same bytes, however often and by whomever. */
export interface Plan {
  /** The segment's name. */
  readonly segment: string
  /** When it was made, epoch ms, and in which opening of a log. */
  readonly madeAt: number
  readonly boot: string
  readonly blocks: readonly PlannedBlock[]
}

export interface PlannedBlock extends Block {
  readonly shard: number
  /** How many rows it has. */
  readonly size: number
}

/** Rows of events in one block. Enough that a server writes few parts, few enough that it takes them in as one. */
export const ROWS_AT_ONCE = 20_000

/** One row of a table to come. */
export interface PlannedEvent {
  readonly shard: number
  readonly day: string
  readonly visitor: string
  readonly id: string
  /** A JSON object. */
  readonly line: string
}

export interface PlannedRows {
  readonly segment: string
  /** In the order of their shards. */
  readonly events: readonly PlannedEvent[]
  readonly ledger: readonly string[]
  readonly ledgerEvents: readonly string[]
  readonly rowsAtOnce?: number
}

/**
 * Events first, then by what they hang together, then word of whom they touch, then the ledger: who is told of a block
 * finds it. Each row says its block, so that what has landed can be looked for.
 */
export function blocksOf({
  segment,
  events,
  ledger,
  ledgerEvents,
  rowsAtOnce = ROWS_AT_ONCE,
}: PlannedRows): PlannedBlock[] {
  const name = segment.replace(/\.[a-z]+$/, '')
  return [
    ...[...chunksOf(events, rowsAtOnce)].flatMap(({ shard, nth, chunk }) => {
      const token = `${name}/${shard}/${nth}`
      const lines = chunk.map(({ line }) => line)
      return [
        block('events', shard, token, lines),
        tiesBlock(shard, token, tiesOf(chunk)),
        block('touched', shard, token, touchedBy(chunk)),
      ]
    }),
    ...(ledger.length > 0 ? [block('ledger', 0, `${name}/ledger`, ledger)] : []),
    ...(ledgerEvents.length > 0 ? [block('ledger_events', 0, `${name}/ledger_events`, ledgerEvents)] : []),
  ]
}

/** What a server puts in by itself. Of the bytes of an event more than a third, and so of what reading them costs. */
const LEFT_OUT = /,"\w+":(?:null|""|false)(?=[,}])/g

function block(table: string, shard: number, token: string, lines: readonly string[]): PlannedBlock {
  const named = `"block":${JSON.stringify(token)}`
  const rows = lines.map((line) => `${line.replace(LEFT_OUT, '').slice(0, -1)},${named}}\n`).join('')
  return { table, shard, token, rows, size: lines.length }
}

function tiesBlock(shard: number, token: string, lines: readonly string[]): PlannedBlock {
  return { table: 'ties', shard, token, rows: lines.map((line) => `${line}\n`).join(''), size: lines.length }
}

interface Chunk {
  readonly shard: number
  readonly nth: number
  readonly chunk: readonly PlannedEvent[]
}

function* chunksOf(events: readonly PlannedEvent[], most: number): Generator<Chunk> {
  for (const [shard, all] of Map.groupBy(events, (event) => event.shard)) {
    for (let nth = 0; nth * most < all.length; nth++) {
      yield { shard, nth, chunk: all.slice(nth * most, (nth + 1) * most) }
    }
  }
}

/** Of each visitor and month one event: when it is seen, all of its part are. */
function touchedBy(events: readonly PlannedEvent[]): string[] {
  const witnesses = new Map(
    events.map(({ visitor, day, id }) => [`${visitor} ${day.slice(0, 7)}`, { visitor, day, id }]),
  )
  return [...witnesses.values()].map(({ visitor, day, id }) =>
    JSON.stringify({ visitor_id: visitor, event_id: id, day }),
  )
}

/** What events of different visitors can have in common. A quote within a text of theirs has a backslash before it. */
const TIES = /"(?:tab_id|session_id|opened_from|query_id)":"([0-9a-f-]{36})"/g

/** By which ids a visitor's events hang together with others, each once a month, in an order that is the same each time. */
function tiesOf(events: readonly PlannedEvent[]): string[] {
  const ties = new Map<string, string>()
  for (const { visitor, day, line } of events) {
    for (const [, tie] of line.matchAll(TIES)) {
      const key = `${tie} ${visitor} ${day.slice(0, 7)}`
      if (!ties.has(key)) ties.set(key, JSON.stringify({ tie, visitor_id: visitor, day }))
    }
  }
  return [...ties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
