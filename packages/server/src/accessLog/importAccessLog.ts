import { webAnalytics } from '@helptally/core'
import type { EventLine } from '../log/storedEvent.js'
import type { Store } from '../store/store.js'
import { makeImportKey, readImportKey } from './importKey.js'
import { SKIPS } from './judge.js'
import { createLogNames } from './logNames.js'
import { readViews } from './readViews.js'
import type { AccessLogReceipt } from './receipt.js'
import { hostName } from './referrals.js'
import { type KnownView, openStage, type Stage } from './stage.js'
import { anyImportedSql, knownViewsSql } from './views.sql.js'
import { VisitWalk } from './walkVisits.js'

export interface AccessLogOptions {
  /** Which help center the views count for. */
  readonly site: string
  /** Access logs, plain or gzipped, in any order. */
  readonly files: readonly string[]
  /** Where articles live, such as `/:locale/articles/:slug`. */
  readonly articles: string
  /** BCP 47, of articles whose address names no language. */
  readonly locale?: string | undefined
  /** The help center's own hosts. Default: the one that most images, styles and scripts were asked for from. */
  readonly hosts?: readonly string[] | undefined
  /** The store's folder, where the key of the names lies. */
  readonly folder: string
  /** When it is imported, epoch ms. */
  readonly now: number
  /** Stops the import: what was taken stays. */
  readonly signal?: AbortSignal
  /** Called now and then with how far it has come. */
  readonly onProgress?: (progress: ImportProgress) => void
}

/** How far an import has come. */
export type ImportProgress =
  /** `bytes`: of the file, packed as it is. */
  | { readonly doing: 'reading'; readonly file: string; readonly lines: number; readonly bytes: number }
  | { readonly doing: 'taking'; readonly taken: number; readonly of: number }

const EVENTS_AT_ONCE = 2_000
const KNOWN_AT_ONCE = 20_000
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/**
 * Takes the views of articles out of access logs into a store, as events that are marked as imported. A line that was
 * taken before changes nothing. Addresses stay in the log: `logNames.ts`.
 */
export async function importAccessLog(store: Store, options: AccessLogOptions): Promise<AccessLogReceipt> {
  const { site, signal } = options
  const names = createLogNames(await keyOf(store, options), site)
  const stage = await openStage()
  try {
    const read = await readViews(stage, names, options)
    const found = read.skipped
    const candidates = read.lines - SKIPS.reduce((sum, skip) => sum + found[skip], 0)
    const hosts = options.hosts?.map(hostName) ?? read.hosts
    const receipt = { lines: read.lines, skipped: found, broken: read.broken, unread: read.unread, hosts }
    if (signal?.aborted) {
      const nothing = { taken: 0, here_already: 0, left: candidates, sessions: 0, web_analytics_sessions: 0 }
      return { ...receipt, ...nothing, interrupted: true }
    }
    const { first, last } = await stage.settleViews()
    await stageKnown(stage, store, { site, first: first - webAnalytics.idleMs, last: last + webAnalytics.idleMs })
    const fresh = await stage.settleKnown()
    const walk = new VisitWalk({ ...options, hosts, receivedAt: options.now, tabOf: names.tab })
    const taken = await take(stage, store, walk, fresh, options)
    return {
      ...receipt,
      taken,
      here_already: candidates - fresh,
      left: fresh - taken,
      sessions: walk.counted.sessions,
      web_analytics_sessions: walk.counted.visits,
      interrupted: taken < fresh,
    }
  } finally {
    await stage.close()
  }
}

/** Without the old key the same lines would get other names, and count twice. */
async function keyOf(store: Store, { folder }: AccessLogOptions): Promise<Uint8Array> {
  const key = await readImportKey(folder)
  if (key) return key
  const [imported] = await store.query<{ n: number }>(anyImportedSql)
  if (imported!.n === 0) return makeImportKey(folder)
  throw new Error(
    `[helptally] The store ${folder} has imported events, but not the file import.key that they were named by: lines ` +
      'that are there already would count twice. Put the file back, or import into a new store.',
  )
}

async function stageKnown(
  stage: Stage,
  store: Store,
  span: { readonly site: string; readonly first: number; readonly last: number },
): Promise<void> {
  for (let after = FIRST_ID; ; ) {
    const known = await store.query<KnownView>(knownViewsSql, { ...span, after, limit: KNOWN_AT_ONCE })
    for (const view of known) stage.addKnown(view)
    await stage.keepUp()
    if (known.length < KNOWN_AT_ONCE) return
    after = known.at(-1)!.id
  }
}

/** Resolves to how many were taken. */
async function take(
  stage: Stage,
  store: Store,
  walk: VisitWalk,
  fresh: number,
  { signal, onProgress }: AccessLogOptions,
): Promise<number> {
  let waiting: EventLine[] = []
  let taken = 0
  const flush = async () => {
    await store.append(waiting)
    taken += waiting.length
    waiting = []
    onProgress?.({ doing: 'taking', taken, of: fresh })
  }
  for await (const views of stage.inOrder()) {
    for (const view of views) {
      const line = walk.step(view)
      if (line) waiting.push(line)
      if (waiting.length < EVENTS_AT_ONCE) continue
      await flush()
      if (signal?.aborted) return taken
    }
  }
  await flush()
  return taken
}
