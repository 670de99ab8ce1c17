import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { collect } from './helpers/collect.js'
import { SITE, search, vote } from './helpers/events.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const SECRETS = ['ana@example.com', '4111 1111 1111 1111', '+34 612 345 678', 'password: hunter2']

async function stored(...events: readonly unknown[]) {
  const folder = await tempFolder()
  const store = await tempStore({ folder })
  const collector = await collect({ store, site: SITE })
  await collector.events(...events)
  const log = await Promise.all(
    (await readdir(join(folder, 'log'))).map((file) => readFile(join(folder, 'log', file), 'utf8')),
  )
  return { log: log.join(''), store, collector }
}

test('personal data in a search does not even reach the log', async () => {
  const { log, store } = await stored(...SECRETS.map((secret) => search({ query: `find ${secret} now` })))
  for (const secret of SECRETS) expect(log).not.toContain(secret)
  expect(await store.query("select count(*) as n from events e where e.query like 'find %[%] now'")).toEqual([{ n: 4 }])
})

test('nor does that in a comment', async () => {
  const { log, store } = await stored(...SECRETS.map((secret) => vote({ comment: `mail ${secret} please` })))
  for (const secret of SECRETS) expect(log).not.toContain(secret)
  expect(await store.query("select count(*) as n from events e where e.comment like 'mail %[%] please'")).toEqual([
    { n: 4 },
  ])
})

test('nor does that in an event which is turned away, by its id or by its reason', async () => {
  const { log, collector } = await stored(
    { ...search(), id: 'ana@example.com' },
    { ...search(), name: 'ana@example.com' },
    { ...search(), trigger: 'ana@example.com' },
    { ...search(), 'ana@example.com': 1 },
  )
  expect(log.trim().split('\n')).toHaveLength(4)
  expect(log).not.toContain('ana@')
  expect((await collector.get(`reports/ledger?site=${SITE}&from=2026-03-10&to=2026-03-11`)).body.totals.invalid).toBe(4)
})

test('a search that grows by it stays within its limit', async () => {
  const { store } = await stored(search({ query: '1234567 '.repeat(25) }))
  const [row] = await store.query<{ query: string }>('select e.query from events e')
  expect(row!.query.length).toBeLessThanOrEqual(200)
})
