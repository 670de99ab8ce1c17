import { readFileSync } from 'node:fs'
import { constantOf } from '../reference/constantOf.ts'
import { pathOf } from '../reference/frontMatter.ts'
import { prose, table } from '../reference/markdown.ts'
import { ROOT } from '../reference/readProgram.ts'
import { LANGUAGES, type Language } from '../reference/words.ts'
import { LIMITS, type Limit, type Unit } from './limits.ts'

/** A link definition that leads nowhere: neither GitHub nor the help center shows it. */
const MARKED = /^\[\/\/\]: # \(table: (\w+)\)\n[\s\S]*?^\[\/\/\]: # \(end\)$/gm

/** The article of limits, whose tables are filled from the constants of the code; the rest of it is written by hand. */
export function writeLimits(): Map<string, string> {
  return new Map(
    LANGUAGES.map((language): [string, string] => {
      const path = pathOf(language, 'limits')
      return [path, filled(readFileSync(ROOT + path, 'utf8'), language)]
    }),
  )
}

function filled(article: string, language: Language): string {
  const left = new Set(Object.keys(LIMITS))
  const text = article.replaceAll(MARKED, (_, name: string) => {
    const limits = LIMITS[name]
    if (!limits)
      throw new Error(
        `[helptally] limits.md: expected one of ${Object.keys(LIMITS).join(', ')}, found the table ${name}.`,
      )
    left.delete(name)
    return `[//]: # (table: ${name})\n\n${tableOf(limits, language)}\n\n[//]: # (end)`
  })
  if (left.size > 0)
    throw new Error(`[helptally] limits.md (${language}): expected the tables ${[...left].join(', ')} as well.`)
  return text
}

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ['What', 'Limit', 'From there on'],
  es: ['Qué', 'Límite', 'A partir de ahí'],
}

const tableOf = (limits: readonly Limit[], language: Language): string =>
  table(
    HEADS[language],
    limits.map(({ what, of, unit, beyond }) => [
      prose(what[language]),
      figureOf(constantOf(...of), unit, language),
      prose(beyond[language]),
    ]),
  )

/** Units of time, the greatest first: a limit is told in the greatest that it is a whole number of. */
const LENGTHS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
  ['millisecond', 1],
] as const
const SIZES = [
  ['GiB', 1_073_741_824],
  ['MiB', 1_048_576],
  ['KiB', 1_024],
] as const

/** As a person would say it: `5 minutes`, `64 KiB`. */
export function figureOf(value: number, unit: Unit, language: Language): string {
  if (unit === 'ms') {
    const [name, ms] = LENGTHS.find(([, length]) => value % length === 0) ?? LENGTHS[4]
    return said(value / ms, name, language)
  }
  if (unit === 'days' || unit === 'hours') return said(value, unit === 'days' ? 'day' : 'hour', language)
  if (unit === 'bytes') {
    const size = SIZES.find(([, bytes]) => value % bytes === 0)
    return size ? `${number(value / size[1], language)} ${size[0]}` : `${number(value, language)} bytes`
  }
  return unit === 'characters'
    ? `${number(value, language)} ${language === 'en' ? 'characters' : 'caracteres'}`
    : number(value, language)
}

const said = (value: number, unit: string, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long', useGrouping: true }).format(value)

/** With thousands told apart in four digits, too, as the other articles have it. */
const number = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { useGrouping: 'always' } as Intl.NumberFormatOptions).format(value)
