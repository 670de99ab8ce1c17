import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store, seedStore } from '@helptally/server'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { lookUpAsked } from '../../src/dashboard/lookUpAsked.js'

let folder: string
let store: Store
let id: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'look-up-'))
  store = openStore(`duckdb:${folder}`)
  await seedStore(store, {
    site: 'docs',
    days: 2,
    now: Date.parse('2026-11-26T12:00:00Z'),
    articles: ['install', 'idle'],
  })
  const rows = await store.query<{ id: string }>('select event_id::varchar as id from events limit 1', {})
  id = rows[0]!.id
}, 60_000)
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const everybody = () => ({ store, maySee: () => true })

test('nothing typed is nothing asked', async () => {
  expect(await lookUpAsked(everybody())).toBeNull()
  expect(await lookUpAsked(everybody(), '  ')).toBeNull()
})

test('an event that came is known, however its id was pasted', async () => {
  const found = await lookUpAsked(everybody(), ` ${id.toUpperCase()} `)
  expect(found).toMatchObject({ is: 'known', entry: { id, arrivals: [{ outcome: 'accepted', site: 'docs' }] } })
})

test('an id that never came is unknown', async () => {
  expect(await lookUpAsked(everybody(), '019ab000-0000-7000-8000-0000000000ff')).toEqual({ is: 'unknown' })
})

test('what is no id is said to be none', async () => {
  expect(await lookUpAsked(everybody(), "' or true --")).toEqual({ is: 'bad_id' })
})

test('an event of a site that the reader may not see is unknown', async () => {
  expect(await lookUpAsked({ store, maySee: (site) => site !== 'docs' }, id)).toEqual({ is: 'unknown' })
})
