import { type KeyObject, sign } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { RULE_VERSION } from '@helptally/core'
import { syncFile, syncFolder } from '../log/segmentFile.js'
import { makeFolder } from '../makeFolder.js'
import { isoOf } from '../reports/heading.js'
import type { Store } from '../store/store.js'
import { dateAt } from '../wallClock.js'
import { CANONICAL_VERSION } from './canonicalForm.js'
import { canonicalJson } from './canonicalJson.js'
import { countDays, sumOf } from './countDays.js'
import { latestSql, stateSql } from './counts.sql.js'
import { dayHash } from './dayHash.js'
import { dayStarts } from './dayStarts.js'
import { DEFINITIONS } from './definitions.js'
import { hashDays, type Watch } from './hashDays.js'
import { type ManifestWriter, writeManifest } from './manifest.js'
import type { SigningKey } from './signingKey.js'
import { softwareVersion } from './softwareVersion.js'
import { STATEMENT_VERSION, type Statement, type StatementDay } from './statement.js'
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
  const full = starts.map((start, i) => ({ start, to: starts[i + 1] ?? end, events: counts[i]!.events.stored }))
  const hashes = await hashDays(store, { site, days: full, version: CANONICAL_VERSION }, watch, {
    day: (nth) => manifest.day(dateAt(starts[nth]!, tz), full[nth]!.events),
    page: manifest.page,
  })
  if ((await stateOf(store, span)) !== before) throw hasMoved()
  const days = chainOf(
    full.map(({ start, to: next }, i) => ({
      date: dateAt(start, tz),
      from: isoOf(start),
      to: isoOf(next),
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
      definitions: DEFINITIONS,
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

function hasMoved(): Error {
  return new Error(
    '[helptally] Events of that period came or went while the statement was taken, so it was not written. Expected a ' +
      'period that is quiet: pages may send what they kept for seven days. Take it again.',
  )
}
