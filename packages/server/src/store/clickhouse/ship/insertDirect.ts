import { createHash, randomUUID } from 'node:crypto'
import type { LogLine } from '../../../ledger/ledgerLine.js'
import type { Cluster } from '../servers/cluster.js'
import { inParts, uuidList } from '../tables/idLists.js'
import { insertBlock } from '../tables/insertRows.js'
import { hasLanded, onCluster } from './landed.js'
import { isEvent, settleLines } from './settleLines.js'

/** Ids that one question names. */
const IDS_AT_ONCE = 2_000

/**
 * Brings lines to the cluster itself, without a log: resolves when they are there. The same events that are brought
 * again, because the answer was lost or the function ended in between, are taken in once.
 */
export async function insertDirect(cluster: Cluster, lines: readonly LogLine[], now: () => number): Promise<void> {
  const name = nameOf(lines)
  const there = await knownOf(cluster, lines)
  const own = there.filter(({ block }) => block.startsWith(`${name}/`))
  const isWhole = there.length > 0 && (await hasLanded(cluster, { ...LEDGER, token: `${name}/ledger` }))
  const known = isWhole ? there : there.filter((event) => !own.includes(event))
  const erased = await onCluster(cluster, now).erased()
  const blocks = settleLines(lines, {
    // What comes again after all of it is there has to be booked once more.
    name: isWhole ? `${name}/${randomUUID()}` : name,
    shards: cluster.shards,
    known: new Set(known.map(({ id }) => id)),
    erased: new Set(erased.map(({ visitor_hash }) => visitor_hash)),
  })
  for (const block of blocks) {
    if (own.length > 0 && !isWhole && (await hasLanded(cluster, block))) continue
    await insertBlock(cluster, block.shard, block)
  }
}

const LEDGER = { table: 'ledger', shard: 0, size: 1, rows: '' }

/** By the events, whenever they come. Where there is none, nothing tells a repetition from another request. */
function nameOf(lines: readonly LogLine[]): string {
  const ids = lines.flatMap((line) => (isEvent(line) ? line.event_id : []))
  const said = ids.length === 0 ? `${randomUUID()}` : [...ids.sort(), lines.length].join(' ')
  return `direct-${createHash('sha256').update(said).digest('hex').slice(0, 32)}`
}

interface Known {
  readonly id: string
  readonly block: string
}

async function knownOf(cluster: Cluster, lines: readonly LogLine[]): Promise<Known[]> {
  const known: Known[] = []
  for (const part of inParts(lines.filter(isEvent), IDS_AT_ONCE)) {
    const sql =
      'select distinct toString(e.event_id) as id, toString(e.block) as block from events e ' +
      `where e.visitor_id in (${uuidList(part.map(({ visitor_id }) => visitor_id))}) ` +
      `and e.event_id in (${uuidList(part.map(({ event_id }) => event_id))})`
    known.push(...(await cluster.query<Known>(sql)))
  }
  return known
}
