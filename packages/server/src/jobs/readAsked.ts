import { hostsIn, wrongAsked } from '../accessLog/wrongAsked.js'
import { isoOf } from '../reports/heading.js'
import { parseMoment } from '../reports/parseMoment.js'
import { parseReportQuery, type ReportDefaults } from '../reports/parseReportQuery.js'
import { isTimeZone } from '../reports/zonedTime.js'
import { exportables, isExportableName } from '../transfer/exportables.js'
import { FILE_FORMATS, isFileFormat } from '../transfer/exportFile.js'
import { isExportName } from '../transfer/isExportName.js'
import { type ExportAsked, IMPORT_FORMATS, type ImportAsked, type RecountAskedFor } from './job.js'

type Fields = Readonly<Record<string, unknown>>

export interface Asking {
  readonly site: string
  readonly defaults: ReportDefaults
  /** Epoch ms. */
  readonly now: number
}

const EVER = { from: '2000-01-01', to: '2099-12-31' }

/** What an export is asked for, or what is wrong with it. */
export function readExport(body: unknown, { defaults }: Asking): ExportAsked | string {
  const fields = textsOf(body)
  if (typeof fields === 'string') return fields
  const { what = 'events', format = 'ndjson' }: { what?: string; format?: string } = fields
  if (!isExportableName(what)) return `what: expected ${Object.keys(exportables).join(' or ')}, got "${short(what)}"`
  if (!isFileFormat(format)) return `format: expected ${FILE_FORMATS.join(', ')}, got "${short(format)}"`
  const period = periodOf(fields, defaults)
  if (typeof period === 'string') return period
  const { tz, from = EVER.from, to = EVER.to } = period
  const [start, end] = [parseMoment(from, tz), parseMoment(to, tz)]
  if (start === null) return expectedMoment('from', from)
  if (end === null) return expectedMoment('to', to)
  if (start >= end) return `from: expected a moment before the end, got ${from} and ${to}`
  return { what, format, from: isoOf(start), to: isoOf(end), tz }
}

/** What a recount is asked for, or what is wrong with it. */
export function readRecount(body: unknown, { site, defaults, now }: Asking): RecountAskedFor | string {
  const fields = textsOf(body)
  if (typeof fields === 'string') return fields
  const period = periodOf(fields, defaults)
  if (typeof period === 'string') return period
  const { tz, from, to } = period
  if (from === undefined || to === undefined) return 'Expected from, and to or last, got not both'
  const parsed = parseReportQuery({ site, tz, from, to }, now)
  if (!parsed.ok) return parsed.reason
  return { from: isoOf(parsed.query.period.from), to: isoOf(parsed.query.period.to), tz }
}

/** What a file is taken for, or what is wrong with it. */
export function readImport(body: unknown, { file, bytes }: Pick<ImportAsked, 'file' | 'bytes'>): ImportAsked | string {
  const fields = textsOf(body)
  if (typeof fields === 'string') return fields
  const { format = isExportName(file) ? 'export' : 'combined', articles = '', locale = '', host = '' } = fields
  if (!isImportFormat(format)) return `format: expected ${IMPORT_FORMATS.join(' or ')}, got "${short(format)}"`
  if (format === 'export') return { file, bytes, format, articles: '', locale: '', host: '' }
  const wrong = wrongAsked({ articles, locale: locale || undefined, hosts: hostsIn(host || undefined) })
  if (wrong) return `${wrong.name}: expected ${wrong.expected}, got "${short(wrong.got)}"`
  return { file, bytes, format, articles, locale, host }
}

interface Period {
  readonly tz: string
  readonly from: string | undefined
  readonly to: string | undefined
}

/** `last` is the last day, as people say it. */
function periodOf(fields: Readonly<Record<string, string>>, defaults: ReportDefaults): Period | string {
  const { tz = defaults.tz ?? 'UTC', from, to, last } = fields
  if (!isTimeZone(tz)) return `tz: expected an IANA time zone such as Europe/Madrid, got "${short(tz)}"`
  if (last === undefined) return { tz, from, to }
  if (to !== undefined) return 'Expected to or last, got both'
  const next = /^\d{4}-\d\d-\d\d$/.test(last) ? new Date(Date.parse(`${last}T00:00:00Z`) + DAY_MS) : null
  if (!next || Number.isNaN(next.getTime())) return expectedMoment('last', last)
  return { tz, from, to: next.toISOString().slice(0, 10) }
}

const DAY_MS = 24 * 60 * 60_000
const MOST_CHARACTERS = 500

/** Empty ones are left out: a form sends every field it has. */
function textsOf(body: unknown): Record<string, string> | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return 'Expected a JSON object, got something else'
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(body as Fields)) {
    if (typeof value !== 'string' || value.length > MOST_CHARACTERS)
      return `${short(name)}: expected a text of at most ${MOST_CHARACTERS} characters`
    if (value !== '') texts[name] = value
  }
  return texts
}

const isImportFormat = (text: string): text is ImportAsked['format'] =>
  (IMPORT_FORMATS as readonly string[]).includes(text)

const expectedMoment = (name: string, got: string): string =>
  `${name}: expected a date such as 2026-11-01 or an instant such as 2026-11-01T09:30:00Z, from 2000 to 2099, got "${short(got)}"`

const short = (text: string): string => text.slice(0, 40)
