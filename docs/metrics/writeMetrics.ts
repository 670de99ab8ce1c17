import { type Metric, type ReportName, reportDefinitions } from '@helptally/server'
import { definitionsEs } from '../../packages/dashboard/dist/messages/definitionsEs.js'
import { articleOf, pathOf } from '../reference/frontMatter.ts'
import { code, prose, table } from '../reference/markdown.ts'
import { LANGUAGES, type Language } from '../reference/words.ts'
import { METRIC_WORDS, PLACES } from './words.ts'

const NAMES = Object.keys(reportDefinitions) as ReportName[]

/** The article of all metrics, from the definitions that reports print. `today`: an ISO date. */
export function writeMetrics(today: string): Map<string, string> {
  return new Map(
    LANGUAGES.map((language): [string, string] => {
      const { title, description, intro, marks } = METRIC_WORDS[language]
      const head = { slug: 'metrics', title, description, order: 13, related: ['reports-api', 'dashboard', 'limits'] }
      const body = [
        intro.join('\n\n'),
        marks.map((mark) => `- ${mark}`).join('\n'),
        ...NAMES.flatMap((name) => reportOf(name, language)),
      ].join('\n\n')
      return [pathOf(language, 'metrics'), articleOf(language, head, body, today)]
    }),
  )
}

/** What a report prints in that language; it has to be of the same version. */
export function definitionIn(language: Language, name: ReportName) {
  const definition = reportDefinitions[name]
  if (language === 'en') return definition
  const translated = definitionsEs[name]
  if (translated?.version === definition.version) return translated
  throw new Error(
    `[helptally] Expected version ${definition.version} of the definition ${name} in definitionsEs.ts, found ${translated?.version ?? 'none'}. Translate it.`,
  )
}

function reportOf(name: ReportName, language: Language): string[] {
  const words = METRIC_WORDS[language]
  const { text, version, metrics } = definitionIn(language, name)
  const facts = [
    words.version(String(version)),
    words.api(code(`GET {base}/reports/${name}`)),
    words.dashboard(PLACES[name][language]),
    words.source(`[${name}.sql.ts](../../packages/server/src/reports/${name}.sql.ts)`),
  ]
  return [
    `## ${words.reports[name]}`,
    prose(text),
    facts.join(' '),
    table(
      [words.number, words.formula, words.nullWhen],
      Object.entries(metrics).map(([field, metric]) => [
        code(field),
        prose(formulaOf(metric)),
        nullOf(metric, words.nothing),
      ]),
    ),
  ]
}

const formulaOf = ({ counts, of }: Metric): string =>
  of === undefined ? counts : `${inBrackets(counts)} / ${inBrackets(of)}`

const inBrackets = (text: string): string => (/[ ]/.test(text) ? `(${text})` : text)

const nullOf = ({ of, null_when }: Metric, nothing: string): string =>
  null_when ? prose(null_when) : of === undefined ? '' : nothing
