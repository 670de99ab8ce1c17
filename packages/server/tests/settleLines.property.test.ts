import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { LogLine } from '../src/ledger/ledgerLine.js'
import { toLine } from '../src/log/toLine.js'
import { makePlan } from '../src/store/clickhouse/ship/makePlan.js'
import type { PlannedBlock } from '../src/store/clickhouse/ship/plan.js'
import { settleLines } from '../src/store/clickhouse/ship/settleLines.js'
import { openScratch } from '../src/store/duckdb/engine.js'
import { contacted, leave, MINUTE, NOON, notFound, offer, opening, search, vital, vote } from './helpers/events.js'
import { afterTest, tempFolder } from './helpers/temp.js'

const DAY = 24 * 60 * MINUTE

const idOf = (kind: number, n: number) =>
  `0198c${kind}00-0000-7000-8${n % 3}00-${(n * 7919).toString(16).padStart(12, '0')}`

const site = fc.constantFrom('docs', 'Docs', 'año', '😀', '￿', '')
const text = fc.constantFrom('', 'install', "a'b\\", 'a\0b', '\u2028"\\\n', '😀 ñ')
const label = fc.constantFrom(...(['', '', 'test', 'bot'] as const))
const count = fc.constantFrom(undefined, undefined, 3)

const event = fc
  .record({
    ...{ id: fc.nat(8), visitor: fc.nat(4), tab: fc.nat(3), seq: fc.nat(3), site, text, label, dropped: count },
    atMs: fc.constantFrom(0, -1, -12 * 60 * MINUTE, DAY, 20 * DAY),
    dated: fc.constantFrom(0, 1),
    synthetic: fc.boolean(),
    kind: fc.nat(6),
  })
  .map(({ id, visitor, tab, seq, site: at, text: said, label: of, dropped, atMs, dated, synthetic, kind }) => {
    const own = { id: idOf(1, id), visitorId: idOf(2, visitor), tabId: idOf(3, tab), seq, site: at, ts: NOON + atMs }
    const made = [
      opening({
        ...own,
        ...(synthetic && { synthetic }),
        article: { id: said || 'a', rev: '7' },
        previousId: idOf(4, seq),
        words: 300,
      }),
      search({ ...own, query: said, filters: [said, 'b'], latencyMs: 7 }),
      vote({ ...own, comment: said }),
      vital({ ...own, value: 0.1 + seq, ...(synthetic && { synthetic }) }),
      offer({ ...own, offered: seq === 0 ? [] : [said, 'y'] }),
      contacted({ ...own, ticket: said }),
      [leave({ ...own, engagedMs: 5, scroll: 100 }), notFound({ ...own, referrer: said })][seq % 2]!,
    ][kind]!
    const line = toLine(made, NOON, own.ts + dated, { label: of, device: 'phone' })
    return dropped === undefined ? line : { ...line, dropped }
  })

const conversation = fc.record({ id: fc.nat(8), visitor: fc.nat(4), tab: fc.nat(3), site, label }).map(
  (of): LogLine => ({
    ...{ event_id: idOf(1, of.id), name: 'chat.message', site: of.site, channel: 'whatsapp', tab_id: idOf(3, of.tab) },
    ...{ seq: 0, visitor_id: idOf(2, of.visitor), ts: NOON, received_at: NOON, page: '', method: 'user' },
    ...(of.label && { label: of.label }),
  }),
)

const rejected = fc
  .record({
    outcome: fc.constantFrom(...(['late', 'consent_missing', 'invalid'] as const)),
    ...{ id: fc.nat(8), site, text, seq: fc.option(fc.nat(3)), dropped: count },
  })
  .map(
    ({ outcome, id, site: at, text: reason, seq, dropped }): LogLine => ({
      ...{ outcome, rejected_id: id < 4 ? '' : idOf(1, id), reason, site: at, seq, received_at: NOON },
      tab_id: seq === null ? null : idOf(3, seq),
      ...(dropped !== undefined && { dropped }),
    }),
  )

const turnedAway = fc
  .record({ outcome: fc.constantFrom('over_limit', 'refused'), n: fc.integer({ min: 1, max: 9 }), site })
  .map((line) => ({ ...line, received_at: NOON }) as LogLine)

const arrivals = fc.array(
  fc.tuple(
    fc.oneof({ weight: 5, arbitrary: event as fc.Arbitrary<LogLine> }, conversation, rejected, turnedAway),
    fc.constantFrom(0, 0, 0, 16 * MINUTE, -8 * DAY),
  ),
  { minLength: 1, maxLength: 25 },
)

/** Rows are the same whatever the order of their columns, and however a number is written. */
const comparable = (blocks: readonly PlannedBlock[]) =>
  blocks.map(({ rows, ...block }) => ({
    ...block,
    rows: rows
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row)),
  }))

test('what becomes of lines is the same with and without a database', async () => {
  const folder = await tempFolder()
  const scratch = await openScratch(folder)
  afterTest(() => scratch.close())
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        arrivals,
        known: fc.uniqueArray(fc.nat(8), { maxLength: 3 }),
        erased: fc.uniqueArray(fc.nat(4), { maxLength: 2 }),
        shards: fc.constantFrom(1, 3),
        rowsAtOnce: fc.constantFrom(2, 100),
      }),
      async ({ arrivals: all, shards, rowsAtOnce, ...there }) => {
        // No two at the same moment: which of two is the first is told by that.
        const lines = all.map(([line, afterMs], nth) => ({ ...line, received_at: NOON + afterMs + nth }) as LogLine)
        const known = new Set(there.known.map((n) => idOf(1, n)))
        const erased = new Set(there.erased.map((n) => createHash('sha256').update(idOf(2, n)).digest('hex')))
        const segment = 'b0-1-000001.jsonl'
        await writeFile(join(folder, segment), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
        const onCluster = {
          shards,
          known: async (ids: readonly { id: string }[]) => ids.map(({ id }) => id).filter((id) => known.has(id)),
          erased: async () => [...erased].map((visitor_hash) => ({ visitor_hash, erased_at: NOON })),
        }
        const order = { folder, segment, boot: 'b0', now: NOON, rowsAtOnce }
        const { blocks } = await makePlan(scratch, onCluster, order)
        const settled = settleLines(lines, { name: 'b0-1-000001', shards, known, erased, rowsAtOnce })
        expect(comparable(settled)).toEqual(comparable(blocks))
      },
    ),
    { numRuns: Number(process.env.SETTLE_RUNS ?? 150) },
  )
}, 120_000)
