import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JobsProps, PageView } from '@helptally/dashboard'
import { createCollector, openStore, type Store } from '@helptally/server'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pages } from '../../src/dashboard/pages.js'
import { periodOf } from '../../src/dashboard/periodOf.js'
import { readingOf } from '../../src/dashboard/reading.js'

let folder: string
let store: Store
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobs-'))
  store = openStore(`duckdb:${folder}`)
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

async function propsAs(view: Pick<PageView, 'isAdmin'>, maxImportBytes?: number): Promise<JobsProps> {
  const now = Date.now()
  const slice = periodOf({}, 'UTC', now)
  const page = {
    site: 'docs',
    timeZone: 'UTC',
    now,
    page: 'jobs',
    period: slice.period,
    address: {},
    ...view,
  } as PageView
  const looking = { reader: { sites: null }, ...(maxImportBytes !== undefined && { maxImportBytes }) }
  const reading = readingOf(page, slice, store, looking)
  return (await pages.jobs(reading)).props as JobsProps
}

async function start(kind: 'exports' | 'recounts'): Promise<void> {
  const request = new Request(`http://localhost/api/help/${kind}?site=docs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: '2026-11-01', last: '2026-11-02' }),
  })
  expect((await createCollector({ store }).handle(request, [kind])).status).toBe(202)
}

test('the page of jobs shows an admin all of the site, and others only recounts', async () => {
  await start('exports')
  await start('recounts')
  const { jobs } = await propsAs({ isAdmin: true })
  expect([jobs.export, jobs.import, jobs.recount]).toMatchObject([[{ nr: 1 }], [], [{ nr: 1 }]])
  const seen = (await propsAs({ isAdmin: false })).jobs
  expect([seen.export, seen.import, seen.recount]).toMatchObject([null, null, [{ nr: 1 }]])
  // The store is closed when they have ended.
  for (;;) {
    const { jobs: now } = await propsAs({ isAdmin: true })
    if ([...now.export!, ...now.recount].every(({ state }) => state === 'done')) return
  }
})

test('it says how large a file may be', async () => {
  expect((await propsAs({ isAdmin: true }, 5)).importing.maxBytes).toBe(5)
  expect((await propsAs({ isAdmin: true })).importing.maxBytes).toBe(1_073_741_824)
})
