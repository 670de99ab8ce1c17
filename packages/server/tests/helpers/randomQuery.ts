import { CHANNELS, DEVICES, ENTRIES } from '@helptally/core'
import fc from 'fast-check'
import { GAP_STATUSES } from '../../src/gapWork/gapWork.js'
import { parseReportQuery, type ReportQuery } from '../../src/reports/parseReportQuery.js'
import { INTERVALS } from '../../src/reports/shapes.js'
import { NOW, SITES } from './busyStore.js'

/** Mostly none: what several filters choose together is nothing. */
const orNone = (...values: readonly string[]) =>
  fc.oneof({ weight: 10, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(...values) })

const DAYS = ['2026-03-28', '2026-03-29', '2026-03-30T13:07:31.123Z', '2026-04-01', '2026-04-04']
/** Numbers whose sessions one report or another names. */
export const MEASURES: readonly string[] =
  'rows read quick_exit search_again last_article found failed contacted contact_starts one_event ctr zero_result no_click refined exit success open idle close transfer survey_answered interrupted opened submitted deflected confirmed potential none read_after contact_after refined_away'.split(
    ' ',
  )

/** What may be asked of a report about a busy store, as its address says it. */
export const randomParams: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .record({
    site: fc.constantFrom(...SITES, ...SITES, ...SITES, ...SITES, 'nobody-s'),
    days: fc.oneof(
      { weight: 3, arbitrary: fc.constant([DAYS[0], DAYS[4]]) },
      { weight: 1, arbitrary: fc.subarray(DAYS, { minLength: 2, maxLength: 2 }) },
    ),
    tz: fc.constantFrom('UTC', 'Europe/Madrid', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham'),
    interval: fc.constantFrom(...INTERVALS),
    limit: fc.constantFrom('1', '3', '20', '200'),
    k: fc.constantFrom('3', '3', '5'),
    window_hours: fc.constantFrom('1', '2', '24'),
    compare: orNone('before'),
    status: orNone(...GAP_STATUSES),
    explain: fc.constantFrom(...MEASURES),
    locale: orNone('en', 'es'),
    device: orNone(...DEVICES),
    entry: orNone(...ENTRIES),
    channel: orNone('help', 'help', 'help', ...Object.keys(CHANNELS)),
    article: orNone('install', 'tabs', 'consent', 'nowhere'),
    query: orNone('tabs', 'Año', 'a b', '???'),
  })
  .map(({ days, ...params }) => ({ ...params, from: days[0]!, to: days[1]! }))

/** The same, read. */
export const randomQuery: fc.Arbitrary<ReportQuery> = randomParams.map((params) => {
  const parsed = parseReportQuery(params, NOW)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.query
})
