import { isLetterLocale, LETTER_LOCALES } from '../letters/letter.js'
import type { ReportDefaults } from '../reports/parseReportQuery.js'
import { isTimeZone } from '../reports/zonedTime.js'
import type { Wording } from './inWords.js'

/** Reads `format`, `lang` and `tz`: null for JSON, how to word it for text, or what was expected instead. */
export function readWording(params: URLSearchParams, defaults: ReportDefaults): Wording | string | null {
  const format = params.get('format') ?? 'json'
  const locale = params.get('lang') ?? 'en'
  const tz = params.get('tz') ?? defaults.tz ?? 'UTC'
  if (format !== 'json' && format !== 'text') return `format: expected json or text, got "${format}"`
  if (!isLetterLocale(locale)) return `lang: expected ${LETTER_LOCALES.join(' or ')}, got "${locale}"`
  if (!isTimeZone(tz)) return `tz: expected an IANA time zone such as Europe/Madrid, got "${tz}"`
  return format === 'json' ? null : { locale, tz }
}
