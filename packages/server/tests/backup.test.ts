import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { explainSession } from '../src/reports/explainSession.js'
import { intervalStarts } from '../src/reports/intervals.js'
import type { ReportQuery } from '../src/reports/parseReportQuery.js'
import { readReport } from '../src/reports/readReport.js'
import { seedStore } from '../src/seed/seedStore.js'
import type { Store } from '../src/store/store.js'
import { MINUTE, NOON, opening, rowsOf, SITE } from './helpers/events.js'
import { afterTest, tempFolder, tempStore } from './helpers/temp.js'

const period = { from: NOON - 7 * 24 * 60 * MINUTE, to: NOON, tz: 'Europe/Madrid' }
const WEEK: ReportQuery = {
  site: SITE,
  period,
  interval: 'day',
  starts: intervalStarts(period, 'day')!,
  limit: 10,
  k: 3,
  filters: { locale: '', device: '', entry: '', channel: '', article: '', query: '' },
  explain: '',
  status: '',
  windowHours: 24,
  compares: false,
}

async function everythingIn(store: Store): Promise<unknown> {
  const [session] = await store.query<{ id: string }>(
    'select min(s.id::varchar) as id from sessions s where s.started_at is not null',
  )
  return {
    sessions: await readReport(store, 'sessions', WEEK, NOON),
    vitals: await readReport(store, 'vitals', WEEK, NOON),
    explained: await explainSession(store, session!.id, NOON),
    events: await store.query('select * from events e order by e.event_id'),
    rolled: await store.query('select * from sessions s order by s.id'),
  }
}

describe('a backup', () => {
  test('is a store itself, with the same reports', async () => {
    const store = await tempStore()
    await seedStore(store, { site: SITE, now: NOON, days: 5, articles: ['a', 'b'] })
    const before = await everythingIn(store)
    const copy = join(await tempFolder(), "o'clock", 'copy')
    const { events, bytes } = await store.backup(copy)
    expect({ events, bytes: bytes > 0 }).toEqual({
      events: (before as { events: unknown[] }).events.length,
      bytes: true,
    })
    expect(await everythingIn(await tempStore({ folder: copy }))).toEqual(before)
    expect(await everythingIn(store)).toEqual(before)
  })

  test('keeps out who was erased before it', async () => {
    const store = await tempStore()
    const event = opening()
    await store.append(rowsOf(event))
    await store.eraseVisitor(event.visitorId)
    const folder = await tempFolder()
    await store.backup(folder)
    const copy = await tempStore({ folder })
    await copy.append(rowsOf(event))
    expect(await copy.query('select * from events')).toEqual([])
  })

  test('taken under load has what was acknowledged before it, and every batch whole', async () => {
    const BATCH = 10
    const folder = await tempFolder()
    const script = fileURLToPath(new URL('./children/worker.mjs', import.meta.url))
    const child = spawn(process.execPath, [script, folder, '0', '1'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const exit = once(child, 'exit')
    afterTest(async () => child.kill('SIGKILL') && exit)
    const acknowledged: number[] = []
    const enough = new Promise<void>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (!line.startsWith('acknowledged')) return
        acknowledged.push(Number(line.split(' ')[1]))
        if (acknowledged.length === 200) resolve()
      })
    })
    await enough
    const asker = await tempStore({ folder })
    for (let nth = 0; nth < 3; nth++) {
      const before = [...acknowledged]
      const to = await tempFolder()
      await asker.backup(to)
      const copy = await tempStore({ folder: to })
      const batches = await copy.query<{ tab_id: string; n: number; rolled: number }>(
        `select e.tab_id, count(*) as n, any_value(s.events) as rolled
         from events e left join sessions s on s.id = e.session_id
         group by e.tab_id`,
      )
      expect(batches.filter(({ n, rolled }) => n !== BATCH || rolled !== BATCH)).toEqual([])
      const stored = new Set(batches.map(({ tab_id }) => Number.parseInt(tab_id.slice(-12), 16) / BATCH))
      expect(before.filter((batch) => !stored.has(batch))).toEqual([])
    }
    expect(child.exitCode).toBeNull()
  })

  test('is refused in the place of another store, and leaves that one alone', async () => {
    const store = await tempStore()
    await store.append(rowsOf(opening()))
    const folder = await tempFolder()
    await store.backup(folder)
    await expect(store.backup(folder)).rejects.toThrow(/^\[helptally\] .*expected a folder without a store, found/)
    expect(await readdir(folder)).toEqual(['helptally.duckdb'])
  })

  test('that was refused leaves nothing behind', async () => {
    const store = await tempStore()
    const file = join(await tempFolder(), 'file')
    await writeFile(file, 'here')
    await expect(store.backup(join(file, 'copy'))).rejects.toThrow(/^\[helptally\] The store cannot be copied to/)
    await store.append(rowsOf(opening()))
    expect(await store.query('select count(*) as n from events')).toEqual([{ n: 1 }])
  })
})
