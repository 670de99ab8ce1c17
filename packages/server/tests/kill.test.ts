import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { DATABASE_FILE } from '../src/store/duckdb/engine.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const KILLS = 6
const BATCH = 10
const SCRIPT = fileURLToPath(new URL('./children/collect.mjs', import.meta.url))

/** Lets a collector work until it has acknowledged some batches, and kills it in the middle of the next ones. */
async function workUntilKilled(folder: string, from: number, batches: number): Promise<number[]> {
  const child = spawn(process.execPath, [SCRIPT, folder, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  const acknowledged: number[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(Number(line))
    if (acknowledged.length === batches) child.kill('SIGKILL')
  }
  expect((await exit)[1]).toBe('SIGKILL')
  return acknowledged
}

test('a collector killed under load, and started again, has every acknowledged event exactly once', async () => {
  const folder = await tempFolder()
  const acknowledged = new Set<number>()
  for (let kill = 0; kill < KILLS; kill++) {
    // Like a page, the next life sends again what was not acknowledged: from the first gap on.
    let from = 0
    while (acknowledged.has(from)) from++
    for (const batch of await workUntilKilled(folder, from, 40 + kill * 35)) acknowledged.add(batch)
  }

  const store = await tempStore({ folder })
  const rows = await store.query<{ event_id: string; n: number }>(
    'select e.event_id, count(*) as n from events e group by e.event_id',
  )
  expect(rows.filter((row) => row.n > 1)).toEqual([])
  const stored = new Set(rows.map((row) => Number.parseInt(row.event_id.slice(-12), 16)))
  const lost = [...acknowledged].flatMap((batch) =>
    Array.from({ length: BATCH }, (_, i) => batch * BATCH + i).filter((n) => !stored.has(n)),
  )
  expect(lost).toEqual([])
  expect(acknowledged.size).toBeGreaterThan(KILLS * 40)

  const [rolled] = await store.query(
    'select count(*) as sessions, sum(events) as events from sessions where started_at is not null',
  )
  const openings = [...stored].filter((n) => n % BATCH === 0)
  expect(rolled).toEqual({ sessions: openings.length, events: rows.length })

  const [booked] = await store.query<{ received: number; accepted: number; duplicate: number }>(
    'select sum(received) as received, sum(accepted) as accepted, sum(duplicate) as duplicate from ledger',
  )
  expect(booked!.accepted).toBe(rows.length)
  expect(booked!.accepted + booked!.duplicate).toBe(booked!.received)
  expect(booked!.received).toBeGreaterThanOrEqual(acknowledged.size * BATCH)
}, 60_000)

test('a store whose making was killed is made anew', async () => {
  for (let kill = 0; kill < 8; kill++) {
    const folder = await tempFolder()
    const child = spawn(process.execPath, [SCRIPT, folder, '0'], { stdio: 'ignore' })
    const exit = once(child, 'exit')
    const isBegun = () => readdirSync(folder).some((name) => name.startsWith(DATABASE_FILE))
    while (!isBegun()) await setImmediate()
    child.kill('SIGKILL')
    await exit
    const store = await tempStore({ folder })
    expect(await store.query('select count(*) as n from sessions')).toEqual([{ n: expect.any(Number) }])
  }
}, 60_000)
