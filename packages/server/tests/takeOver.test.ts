import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { afterTest, tempFolder, tempStore } from './helpers/temp.js'

const WORKERS = 4
const BATCH = 10
const SCRIPT = fileURLToPath(new URL('./children/worker.mjs', import.meta.url))

interface Worker {
  readonly pid: number
  readonly acknowledged: number[]
  /** Resolves when the worker has read a report from the owner of that pid, or from anybody but that one. */
  reads(isFrom: (owner: number) => boolean): Promise<number>
  kill(): Promise<NodeJS.Signals | null>
}

function worker(folder: string, from: number): Worker {
  const child = spawn(process.execPath, [SCRIPT, folder, String(from), String(WORKERS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const acknowledged: number[] = []
  const listeners = new Set<(owner: number) => void>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word, number] = line.split(' ')
    if (word === 'acknowledged') acknowledged.push(Number(number))
    else for (const listen of listeners) listen(Number(number))
  })
  const kill = async (): Promise<NodeJS.Signals | null> => {
    child.kill('SIGKILL')
    return (await exit)[1]
  }
  afterTest(kill)
  const reads: Worker['reads'] = (isFrom) =>
    new Promise((resolve, reject) => {
      void exit.then(() => reject(new Error('the worker ended')))
      listeners.add(function listen(owner) {
        if (!isFrom(owner)) return
        listeners.delete(listen)
        resolve(owner)
      })
    })
  return { pid: child.pid!, acknowledged, reads, kill }
}

test('owners killed under load are replaced, and nothing is lost or doubled', async () => {
  const folder = await tempFolder()
  const all = Array.from({ length: WORKERS }, (_, i) => worker(folder, i))
  const living = new Set(all)
  while (living.size > 1) {
    const [first] = living
    const pid = await first!.reads(() => true)
    const owner = [...living].find((one) => one.pid === pid)!
    living.delete(owner)
    expect(await owner.kill()).toBe('SIGKILL')
    const [next] = await Promise.all([...living].map((one) => one.reads((from) => from !== pid)))
    expect([...living].map((one) => one.pid)).toContain(next)
  }
  // Each of them died by our hand: one that saw a refusal, or a report with less than it should, ends by itself.
  for (const one of living) expect(await one.kill()).toBe('SIGKILL')

  const store = await tempStore({ folder })
  const rows = await store.query<{ event_id: string; n: number }>(
    'select e.event_id, count(*) as n from events e group by e.event_id',
  )
  expect(rows.filter(({ n }) => n > 1)).toEqual([])
  const stored = new Set(rows.map((row) => Number.parseInt(row.event_id.slice(-12), 16)))
  const acknowledged = all.flatMap((one) => one.acknowledged)
  const events = acknowledged.flatMap((batch) => Array.from({ length: BATCH }, (_, i) => batch * BATCH + i))
  expect(events.filter((n) => !stored.has(n))).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(WORKERS)
}, 180_000)
