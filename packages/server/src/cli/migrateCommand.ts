import { parseArgs } from 'node:util'
import { checkpointOf } from '../migrate/checkpoint.js'
import { differingDays } from '../migrate/copyEvents.js'
import { migrateStore, type Phase } from '../migrate/migrateStore.js'
import { mustBeFillable } from '../migrate/mustBeFillable.js'
import { mustBeThere, type OpenedSide, openSide, placeOf } from '../migrate/openSide.js'
import { migratedInWords } from '../migrate/words.js'
import { isoOf } from '../reports/heading.js'
import { parseStoreUrl } from '../store/storeUrl.js'
import { type Command, INTERRUPTED, misreadBy, type Terminal } from './command.js'

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  add: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

const run: Command['run'] = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options })
  const { add, json } = values
  const misread = misreadBy(terminal)
  if (!values.from || !values.to) return misread('Expected --from <url> and --to <url>, got not both of them')
  if (placeOf(parseStoreUrl(values.from)) === placeOf(parseStoreUrl(values.to)))
    return misread('Expected two stores, got the same one by --from and by --to')
  const signal = terminal.interrupted()
  const from = openSide(values.from, signal, terminal.error)
  const to = openSide(values.to, signal, terminal.error)
  try {
    await mustBeThere(from)
    if (values['dry-run']) return await tellPlan(from, to, { add, json }, terminal)
    const migrated = await migrateStore(from.side, to.side, {
      source: from.id,
      checkpoint: await checkpointOf(to.side.store.folder, from.id),
      add,
      onProgress: (...now) => terminal.progress(saidProgress(...now)),
      signal,
      now: Date.now,
    })
    const names = { from: from.side.name, to: to.side.name }
    const lines = json ? [JSON.stringify({ ...names, ...migrated }, null, 2)] : migratedInWords(migrated, names)
    for (const line of lines) terminal.out(line)
    return migrated.equal ? 0 : 1
  } catch (error) {
    if (!signal.aborted) throw error
    terminal.error('[helptally] Interrupted. What was copied stays: the same command goes on from there.')
    return INTERRUPTED
  } finally {
    await to.side.close()
    await from.side.close()
  }
}

function saidProgress(phase: Phase, done: number, of: number, day: number | null): string {
  if (phase === 'derive') return `[helptally] Makes the tables that reports read: ${done} parts are left`
  const what = phase === 'copy' ? 'copied' : 'compared'
  return `[helptally] ${done} of ${of} events ${what}${day === null ? '' : `, up to ${isoOf(day).slice(0, 10)}`}`
}

async function tellPlan(
  from: OpenedSide,
  to: OpenedSide,
  { add, json }: { readonly add: boolean; readonly json: boolean },
  { out }: Terminal,
): Promise<number> {
  await mustBeFillable(from.side, to.side, from.id, add)
  const all = await from.side.days()
  const days = await differingDays(from.side, to.side)
  const sum = (list: readonly { readonly events: number }[]): number => list.reduce((n, { events }) => n + events, 0)
  const plan = {
    from: from.side.name,
    to: to.side.name,
    days: days.length,
    events: sum(days),
    all_days: all.length,
    all_events: sum(all),
  }
  out(
    json
      ? JSON.stringify(plan, null, 2)
      : `[helptally] Would look at ${plan.events} events of ${plan.days} days, which are not the same in both stores: ` +
          `${plan.from} has ${plan.all_events} events of ${plan.all_days} days. Nothing was copied.`,
  )
  return 0
}

export const migrateCommand: Command = {
  says: 'copies a store into another one, while the site runs',
  help: `helptally migrate --from <url> --to <url>

Copies a store into another one as it lies, from DuckDB to ClickHouse or back, while a site writes to either, and compares
both: each day by the hash of its events. Interrupted anywhere, the same command goes on. Run it, change HELPTALLY_STORE,
start the site anew, and run it once more for what came in between. Exit code 0: all of it is there, and equal.

  --from <url>            the store that has the events; it is left as it is
  --to <url>              the store that is filled
  --add                   fills a store that is not empty: what is there stays, and an event of the same id is there once
  --dry-run               says what would be copied, and copies nothing
  --json                  what was copied and compared, as JSON`,
  run,
}
