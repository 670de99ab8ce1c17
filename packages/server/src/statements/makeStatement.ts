import { createHash, type KeyObject, sign } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { RULE_VERSION } from '@helptally/core'
import { syncFile, syncFolder } from '../log/segmentFile.js'
import { makeFolder } from '../makeFolder.js'
import { LEDGER_DEFINITION } from '../reports/ledger.js'
import { SESSIONS_DEFINITION } from '../reports/sessions.js'
import type { Store } from '../store/store.js'
import { CANONICAL_VERSION } from './canonicalForm.js'
import { canonicalJson } from './canonicalJson.js'
import { countDays, sumOf } from './countDays.js'
import { latestSql, stateSql } from './counts.sql.js'
import { dayHash } from './dayHash.js'
import { dateOf, dayStarts } from './dayStarts.js'
import { eventPages } from './eventPages.js'
import { type ManifestWriter, writeManifest } from './manifest.js'
import type { SigningKey } from './signingKey.js'
import { softwareVersion } from './softwareVersion.js'
import { STATEMENT_VERSION, type Statement, type StatementCounts, type StatementDay } from './statement.js'
import { refuseExisting, type StatementFiles } from './statementFiles.js'

export interface StatementOrder {
  readonly site: string
  /** Real dates in the time zone, half-open, and not too many of them. */
  readonly from: string
  readonly to: string
  readonly tz: string
  /** Epoch ms. */
  readonly now: number
  readonly key: SigningKey
  readonly files: StatementFiles
}

/** How far a long work has come. */
export interface Watch {
  /** Days that are done, of so many, and events in them. */
  readonly onDay: (done: number, of: number, events: number) => void
  /** Ends the work between two pages, by its reason. */
  readonly signal: AbortSignal
}

/** Takes a statement of a period and writes it with its manifest: both, or none. */
export async function makeStatement(store: Store, order: StatementOrder, watch: Watch): Promise<Statement> {
  const { files } = order
  await refuseExisting(files)
  await makeFolder(dirname(files.statement))
  const parts = { statement: `${files.statement}.part`, manifest: `${files.manifest}.part` }
  const manifest = writeManifest(parts.manifest)
  try {
    const statement = await take(store, order, manifest, watch)
    await writeFile(parts.statement, `${canonicalJson(statement)}\n`)
    await syncFile(parts.statement)
    await rename(parts.manifest, files.manifest)
    await rename(parts.statement, files.statement)
    await syncFolder(dirname(files.statement))
    return statement
  } catch (error) {
    await manifest.abandon()
    for (const part of Object.values(parts)) await rm(part, { force: true })
    throw error
  }
}

async function take(store: Store, order: StatementOrder, manifest: ManifestWriter, watch: Watch): Promise<Statement> {
  const { site, from, to, tz, now, key, files } = order
  const { starts, end } = dayStarts(order)!
  const span = { site, from: starts[0]!, to: end }
  const before = await stateOf(store, span)
  const [latest] = await store.query<{ received_at: number | null }>(latestSql)
  const counts = await countDays(store, { site, starts, to: end })
  const hashes = await hashDays(store, order, { starts, end, counts }, manifest, watch)
  if ((await stateOf(store, span)) !== before) throw hasMoved()
  const days = chainOf(
    starts.map((start, i) => ({
      date: dateOf(start, tz),
      from: isoOf(start),
      to: isoOf(starts[i + 1] ?? end),
      ...counts[i]!,
      events_sha256: hashes[i]!,
    })),
  )
  const totals = sumOf(days)
  const unsigned: Omit<Statement, 'signature'> = {
    helptally: 'statement',
    version: STATEMENT_VERSION,
    site,
    from,
    to,
    tz,
    made_at: isoOf(now),
    by: {
      software: await softwareVersion(),
      rules: RULE_VERSION,
      definitions: { sessions: SESSIONS_DEFINITION.version, ledger: LEDGER_DEFINITION.version },
      canonical_form: CANONICAL_VERSION,
    },
    store: { latest_received_at: latest!.received_at === null ? null : isoOf(latest!.received_at) },
    days,
    totals,
    manifest: { file: basename(files.manifest), events: totals.events.stored, sha256: await manifest.end() },
    key: key.public,
  }
  return { ...unsigned, signature: signatureOf(unsigned, key.secret) }
}

/** The hash of each day's events, which go into the manifest on the way. */
async function hashDays(
  store: Store,
  { site, tz }: StatementOrder,
  { starts, end, counts }: { starts: readonly number[]; end: number; counts: readonly StatementCounts[] },
  manifest: ManifestWriter,
  { onDay, signal }: Watch,
): Promise<string[]> {
  const days = starts.map((start, i) => ({ start, to: starts[i + 1] ?? end, events: counts[i]!.events.stored }))
  const pages = eventPages(store, { site, days, version: CANONICAL_VERSION })
  let page = await pages.next()
  const hashes: string[] = []
  let done = 0
  for (const [i, { start, events }] of days.entries()) {
    const hash = createHash('sha256')
    let seen = 0
    await manifest.day(dateOf(start, tz), events)
    for (; !page.done && page.value.start === start; page = await pages.next()) {
      signal.throwIfAborted()
      hash.update(page.value.hashes)
      seen += page.value.events
      await manifest.page(page.value)
    }
    if (seen !== events) throw hasMoved()
    hashes.push(hash.digest('hex'))
    done += seen
    onDay(i + 1, days.length, done)
  }
  return hashes
}

/** Each day with the link to the one before it. */
function chainOf(days: readonly Omit<StatementDay, 'previous' | 'hash'>[]): StatementDay[] {
  const chain: StatementDay[] = []
  for (const unlinked of days) {
    const day = { ...unlinked, previous: chain.at(-1)?.hash ?? null }
    chain.push({ ...day, hash: dayHash(day) })
  }
  return chain
}

/** Ed25519 takes the bytes whole and hashes them itself. */
function signatureOf(unsigned: Omit<Statement, 'signature'>, secret: KeyObject): string {
  return sign(null, Buffer.from(canonicalJson(unsigned)), secret).toString('base64')
}

async function stateOf(store: Store, span: { site: string; from: number; to: number }): Promise<string> {
  const [state] = await store.query<{ events: number; mark: string }>(stateSql, span)
  return `${state!.events} ${state!.mark}`
}

const isoOf = (instant: number): string => new Date(instant).toISOString()

function hasMoved(): Error {
  return new Error(
    '[helptally] Events of that period came or went while the statement was taken, so it was not written. Expected a ' +
      'period that is quiet: pages may send what they kept for seven days. Take it again.',
  )
}
