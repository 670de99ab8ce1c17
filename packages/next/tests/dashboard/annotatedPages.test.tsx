import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArticleDetailProps, OverviewProps, PageId, PageView } from '@helptally/dashboard'
import { openStore, type Store, seedStore } from '@helptally/server'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pages } from '../../src/dashboard/pages.js'
import { periodOf } from '../../src/dashboard/periodOf.js'
import { readingOf } from '../../src/dashboard/reading.js'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const HOUR = 3_600_000

let folder: string
let store: Store
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'annotated-'))
  store = openStore(`duckdb:${folder}`)
  await seedStore(store, { site: 'docs', days: 2, now: NOW, articles: ['install', 'idle'] })
  const done = async (text: string, at: number, article = '') => {
    const annotation = { id: randomUUID(), at, kind: 'deploy', text, article, by: '' } as const
    await store.changeAnnotations({ do: 'add', site: 'docs', annotation })
  }
  await done('new site', NOW - HOUR)
  await done('install again', NOW - 2 * HOUR, 'install')
  await done('idle again', NOW - 3 * HOUR, 'idle')
  await done('long ago', NOW - 1000 * HOUR, 'install')
}, 60_000)
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

/** What the page is told of what was done in the last seven days. */
async function toldOn(page: PageId, of?: string): Promise<string[]> {
  const address = { days: '7', ...(of && { of }) }
  const slice = periodOf(address, 'UTC', NOW)
  const view = { site: 'docs', timeZone: 'UTC', now: NOW, page, period: slice.period, address } as PageView
  const { props } = await pages[page](readingOf(view, slice, store, { reader: { sites: null } }))
  return (props as OverviewProps | ArticleDetailProps).annotations.map(({ text }) => text)
}

test('the overview tells all that was done in its period', async () => {
  expect(await toldOn('overview')).toEqual(['new site', 'install again', 'idle again'])
})

test('the page of an article tells what was done to it and to the whole site', async () => {
  expect(await toldOn('article', 'install')).toEqual(['new site', 'install again'])
})
