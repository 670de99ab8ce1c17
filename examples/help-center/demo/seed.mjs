import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openStore, parseReportQuery, readReport, seedStore } from '@helptally/server'
import { REPOSITORY } from './places.mjs'
import { expectation, say } from './say.mjs'

const SITE = 'docs'
const DAYS = 30
const SEED = 1

/** Sees that the store can be used, before a reader does, and fills it when that was asked for. */
export async function prepareStore(url, { seed }) {
  const store = openStore(url)
  try {
    const { ready, reason } = await store.health()
    if (!ready) throw new Error(reason)
    if (seed) await seedOnce(store)
  } finally {
    await store.close()
  }
}

async function seedOnce(store) {
  const now = Date.now()
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (await isSeeded(store, now, timeZone)) {
    say('The store has synthetic sessions already, so nothing was added.')
    return
  }
  const articles = await articleIds()
  const { sessions } = await seedStore(store, { site: SITE, now, days: DAYS, seed: SEED, articles, timeZone })
  say(`Filled the store with ${sessions} synthetic sessions of ${DAYS} days, marked as such.`)
}

async function isSeeded(store, now, tz) {
  const parsed = parseReportQuery({ site: SITE, tz }, now)
  if (!parsed.ok) throw expectation(parsed.reason)
  const { synthetic } = await readReport(store, 'sessions', parsed.query, now)
  return synthetic
}

async function articleIds() {
  const names = await readdir(join(REPOSITORY, 'docs', 'en'))
  return names.filter((name) => name.endsWith('.md')).map((name) => name.replace(/\.md$/, ''))
}
