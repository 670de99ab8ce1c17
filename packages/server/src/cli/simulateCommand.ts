import { parseArgs } from 'node:util'
import { CHANNELS, RULE_VERSION } from '@helptally/core'
import { publishedTraces, readTraces, type Trace } from '@helptally/core/conformance'
import { anyInWords } from '../explanation/explainAny.js'
import { isLetterLocale, LETTER_LOCALES, type LetterLocale } from '../letters/letter.js'
import { asJson } from '../simulation/asJson.js'
import { simulationInWords } from '../simulation/inWords.js'
import { baseOf, listInWords } from '../simulation/listInWords.js'
import { type Rules, type Simulated, simulate } from '../simulation/simulate.js'
import { SIMULATION_WORDS } from '../simulation/words.js'
import { type Command, misreadBy } from './command.js'
import { readJson } from './readJson.js'
import { readRules } from './readRules.js'

const options = {
  file: { type: 'string' },
  rules: { type: 'string' },
  list: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'en' },
  json: { type: 'boolean', default: false },
} as const

const run: Command['run'] = async (args, terminal) => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const { file, list, explain, lang, json } = values
  const [name, ...others] = positionals
  const { out, error } = terminal
  const misread = misreadBy(terminal)
  if (others.length > 0) return misread(`Expected the name of one trace, or none for all, got ${positionals.length}`)
  if (!isLetterLocale(lang)) return misread(`--lang: expected ${LETTER_LOCALES.join(' or ')}, got "${lang}"`)
  const known = file === undefined ? publishedTraces() : await tracesIn(file)
  if (typeof known === 'string') {
    error(known)
    return 2
  }
  const traces = known.filter((trace) => name === undefined || trace.name === name || baseOf(trace) === name)
  if (name !== undefined && traces.length === 0)
    return misread(`Expected the name of a trace, as --list says them, got "${name}"`)
  if (list) {
    const listed = json ? [JSON.stringify(traces.map(({ name, rule }) => ({ name, rule })))] : listInWords(traces)
    for (const line of listed) out(line)
    return 0
  }

  const rules = values.rules === undefined ? CHANNELS : await readRules(values.rules)
  const simulated = traces.map((trace) => simulate(trace, rules))
  const asked = { rules, lang, explain, isBrief: file === undefined && name === undefined }
  const lines = json
    ? [JSON.stringify({ ruleVersion: RULE_VERSION, traces: simulated.map(asJson) })]
    : inWords(simulated, asked)
  for (const line of lines) out(line)
  return unmetAmong(simulated).length === 0 ? 0 : 1
}

/** The traces of a file, or what is amiss with it. */
async function tracesIn(file: string): Promise<readonly Trace[] | string> {
  const input = await readJson(file).catch((reason: Error) => reason)
  if (input instanceof Error) return input.message
  const read = readTraces(input)
  return read.ok ? read.traces : `[helptally] ${file}: ${read.reason}.`
}

interface Asked {
  readonly rules: Rules
  readonly lang: LetterLocale
  readonly explain: boolean
  /** Only those that are not counted as they expect. */
  readonly isBrief: boolean
}

function inWords(simulated: readonly Simulated[], { rules, lang, explain, isBrief }: Asked): string[] {
  const words = SIMULATION_WORDS[lang]
  const unmet = unmetAmong(simulated)
  const told = (isBrief ? unmet : simulated).flatMap((one) => [
    ...simulationInWords(one, rules, lang),
    ...(explain ? explainedInWords(one, lang) : []),
    '',
  ])
  const summary = unmet.length === 0 ? words.allMet(simulated.length) : words.someUnmet(unmet.length, simulated.length)
  return simulated.length === 1 ? told.slice(0, -1) : [...told, summary]
}

const explainedInWords = ({ trace, run }: Simulated, locale: LetterLocale): string[] =>
  run.explained.flatMap((session) => [
    '',
    ...anyInWords('tabId' in session ? { ...session, truncated: false } : { ...session, previous: null, next: null }, {
      locale,
      tz: trace.timeZone,
    }),
  ])

const unmetAmong = (simulated: readonly Simulated[]): Simulated[] => simulated.filter(({ unmet }) => unmet.length > 0)

export const simulateCommand: Command = {
  says: 'counts what a trace says that happened, without a site',
  help: `helptally simulate [<trace>]

Takes a trace through the rulebook, and says what is counted: what happened with the gaps between,
what each of it did, and where sessions end. A trace is a rule shown by example, or one of your own;
the format is described in the article on conformance. Without a name, all traces are counted, and
those are shown that are not counted as they expect.
Exit code 0: what a trace expects is counted. 1: it is not. 2: the trace cannot be read.

  --list                  the traces that there are, and the rule that each shows
  --file <file>           JSON with traces of your own, one or { "version": 1, "traces": [...] }
  --rules <file>          JSON with other rules, such as { "help": { "idleMs": 600000 } }
  --explain               each session explained, as helptally explain does it
  --lang <en|es>          default en
  --json                  sessions, and where they are not as expected, as JSON`,
  run,
}
