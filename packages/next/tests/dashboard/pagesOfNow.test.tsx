import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LiveProps, type PageView, type QualityProps, RANGES, type SettingsProps } from '@helptally/dashboard'
import { openStore, type Store, seedStore } from '@helptally/server'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pages } from '../../src/dashboard/pages.js'
import { periodOf } from '../../src/dashboard/periodOf.js'
import { type Reading, readingOf } from '../../src/dashboard/reading.js'

const NOW = Date.parse('2026-11-26T12:00:00Z')

let folder: string
let store: Store
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'now-'))
  store = openStore(`duckdb:${folder}`)
  await seedStore(store, { site: 'docs', days: 4, now: NOW, articles: ['install', 'idle', 'tabs'] })
  // What is asked first folds the facts.
  await pages.live!(readingAt('live', {}))
}, 60_000)
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

type OfNow = 'live' | 'quality' | 'settings'

function readingAt(page: OfNow, address: PageView['address']): Reading {
  const slice = periodOf({ days: String(RANGES[0]), ...address }, 'UTC', NOW)
  const view = { site: 'docs', timeZone: 'UTC', now: NOW, page, period: slice.period, address } as PageView
  return readingOf(view, slice, store, { reader: { sites: null } })
}

async function propsOf<Props>(page: OfNow, address: PageView['address'] = {}): Promise<Props> {
  return (await pages[page]!(readingAt(page, address))).props as Props
}

test('the live page is of the last 24 hours, whatever the period of the address', async () => {
  const { report } = await propsOf<LiveProps>('live', { from: '2026-11-01', to: '2026-11-02' })
  expect(report.rows.length).toBeGreaterThan(0)
  for (const { started_at } of report.rows) expect(Date.parse(started_at)).toBeGreaterThanOrEqual(NOW - 86_400_000)
  expect(report.per_minute).toHaveLength(5)
})

test('the page of data quality has the ledger of the period and of the one before', async () => {
  const { report, before, lookedUp } = await propsOf<QualityProps>('quality', { of: 'abc' })
  expect(report.rows).toHaveLength(7)
  expect(before?.definition.id).toBe('ledger')
  expect(lookedUp).toEqual({ is: 'bad_id' })
  expect((await propsOf<QualityProps>('quality', { compare: 'none' })).before).toBeNull()
})

test('the settings tell from how many tabs on a query is shown', async () => {
  expect((await propsOf<SettingsProps>('settings')).leastTabs).toBe(3)
})
