import { parseArgs } from 'node:util'
import { isoOf } from '../reports/heading.js'
import { parseMoment } from '../reports/parseMoment.js'
import { isTimeZone } from '../reports/zonedTime.js'
import type { Store } from '../store/store.js'
import type { Exportable, ExportQuery } from '../transfer/exportable.js'
import { type ExportableName, exportables, isExportableName } from '../transfer/exportables.js'
import { exportFile, FILE_FORMATS, type FileFormat, isFileFormat } from '../transfer/exportFile.js'
import { type ExportOptions, exportRows } from '../transfer/exportRows.js'
import { type Command, INTERRUPTED, misreadBy, type Terminal } from './command.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const MEGABYTE = 1_000_000

const options = {
  store: { type: 'string' },
  site: { type: 'string' },
  from: { type: 'string', default: '2000-01-01' },
  to: { type: 'string', default: '2099-12-31' },
  tz: { type: 'string', default: 'UTC' },
  what: { type: 'string', default: 'events' },
  format: { type: 'string', default: 'ndjson' },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

const run: Command['run'] = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options })
  const { site, tz, what, format, out, json } = values
  const misread = misreadBy(terminal)
  if (!site) return misread('Expected --site <id>, the id of a help center, got none')
  if (!isTimeZone(tz)) return misread(`--tz: expected an IANA time zone such as Europe/Madrid, got "${tz}"`)
  const from = parseMoment(values.from, tz)
  if (from === null) return misread(expectedMoment('--from', values.from))
  const to = parseMoment(values.to, tz)
  if (to === null) return misread(expectedMoment('--to', values.to))
  if (from >= to) return misread(`--from: expected a moment before --to, got ${values.from} and ${values.to}`)
  if (!isExportableName(what))
    return misread(`--what: expected ${Object.keys(exportables).join(' or ')}, got "${what}"`)
  if (!isFileFormat(format)) return misread(`--format: expected ${FILE_FORMATS.join(', ')}, got "${format}"`)
  if (format === 'parquet' && !out)
    return misread('Expected --out <file> for Parquet, which no terminal shows, got none')

  const { store } = storeOf(values.store)
  const signal = terminal.interrupted()
  try {
    const asked = { site, from, to }
    const { rows, bytes } = await tell(
      store,
      exportables[what](Date.now()),
      asked,
      { what, format, out, signal },
      terminal,
    )
    const told = { what, site, from: isoOf(from), to: isoOf(to), format, rows, bytes, out: out ?? null }
    const summary = json
      ? JSON.stringify(told)
      : `[helptally] ${rows} ${what} of ${site}${out ? ` are in ${out}` : ''}, ${(bytes / MEGABYTE).toFixed(1)} MB.`
    // Beside data on the standard output, it is said on the other one.
    if (out) terminal.out(summary)
    else terminal.error(summary)
    return 0
  } catch (error) {
    if (!signal.aborted) throw error
    terminal.error(`[helptally] Interrupted${out ? `: ${out} is as it was` : ', not all is written'}.`)
    return INTERRUPTED
  } finally {
    await store.close()
  }
}

interface Told {
  readonly what: ExportableName
  readonly format: FileFormat
  readonly out: string | undefined
  readonly signal: AbortSignal
}

async function tell(
  store: Store,
  exportable: Exportable<never>,
  query: ExportQuery,
  { what, format, out, signal }: Told,
  { write, progress }: Terminal,
): Promise<{ rows: number; bytes: number }> {
  const onRows: ExportOptions['onRows'] = (rows, all) => progress(`[helptally] ${rows} of ${all} ${what}`)
  if (out) return exportFile(store, exportable, query, { path: out, format, onRows, signal })
  let bytes = 0
  const counted = async (text: string): Promise<void> => {
    bytes += Buffer.byteLength(text)
    await write(text)
  }
  const rows = await exportRows(store, exportable, query, {
    format: format as Exclude<FileFormat, 'parquet'>,
    write: counted,
    onRows,
    signal,
  })
  return { rows, bytes }
}

const expectedMoment = (option: string, got: string): string =>
  `${option}: expected a date such as 2026-11-01 or an instant such as 2026-11-01T09:30:00Z, from 2000 to 2099, got "${got}"`

export const exportCommand: Command = {
  says: 'writes events or sessions to a file, while the site runs',
  help: `helptally export --site <id>

Writes what is kept of a help center, as lines of JSON to the standard output, or to a file. The lines of events are
what helptally import reads.

  --site <id>             the help center it is of
  --from <date>           the first day, or an instant, default: the first event
  --to <date>             the day after the last, or an instant, default: up to now
  --tz <zone>             time zone of the days, default UTC
  --what <things>         events or sessions, default events
  --format <format>       ndjson, csv or parquet, default ndjson
  --out <file>            takes the place of a file of that name when it is whole; Parquet needs one
  --json                  says as JSON what was written
${STORE_HELP}`,
  run,
}
