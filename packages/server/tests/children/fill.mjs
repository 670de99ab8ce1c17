// fill.mjs <folder>: appends and reads on a disk that takes no large files; writes what was acknowledged and refused.
import { openStore, toLine } from '@helptally/server'
import { eventOf } from './numberedEvents.mjs'

const NOW = Date.UTC(2026, 2, 10)
const store = openStore(`duckdb:${process.argv[2]}`, { log: () => undefined })
const rows = (from, count) => Array.from({ length: count }, (_, i) => toLine(eventOf(from + i, NOW), NOW, NOW))
const told = { acknowledged: 0, refusedReads: [], refusedAppends: [] }

for (let i = 0; i < 12; i++) {
  await store.append(rows(told.acknowledged, 500))
  told.acknowledged += 500
  await store.query('select 1').catch((error) => told.refusedReads.push(error.message))
}
// Larger than a file may be.
await store.append(rows(told.acknowledged, 4_000)).catch((error) => told.refusedAppends.push(error.message))
await store.append(rows(told.acknowledged, 500))
told.acknowledged += 500
process.stdout.write(JSON.stringify(told))
