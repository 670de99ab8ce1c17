import { posix } from 'node:path'
import { type Documented, KINDS, type Member } from './documented.ts'
import { block, code, prose, table } from './markdown.ts'
import { type Language, WORDS, type Words } from './words.ts'

/** What stands below one heading of a page. */
export interface Section {
  readonly heading: string
  readonly says: string
  readonly documented: readonly Documented[]
  /** Names that are exported here and told on another page. */
  readonly elsewhere: readonly string[]
}

/** Where the name of a type is told: an address from the page that asks; undefined when it is nowhere. */
export type Find = (name: string) => string | undefined

export function writePage(language: Language, intro: string, sections: readonly Section[], find: Find): string {
  const words = WORDS[language]
  const page = { words, find, merged: mergedIn(sections) }
  const told = sections.flatMap(({ heading, says, documented, elsewhere }) => [
    `## ${heading}`,
    ...(says === '' ? [] : [says]),
    ...documented.filter(({ name }) => !page.merged.isInside(name)).flatMap((each) => writeOne(each, page)),
    ...(elsewhere.length === 0 ? [] : [elsewhereIn(elsewhere, documented.length > 0, page)]),
  ])
  return [intro, ...(words.inEnglish === '' ? [] : [words.inEnglish]), ...told].join('\n\n')
}

function elsewhereIn(names: readonly string[], isBeside: boolean, { words, find }: OnPage): string {
  const links = `${names.map((name) => linkTo(name, find)).join(', ')}.`
  return isBeside ? `${words.elsewhere}: ${links}` : links
}

/** By kind, each with its heading, for a page of one import. */
export function byKind(language: Language, documented: readonly Documented[]): Section[] {
  return KINDS.map((kind) => ({
    heading: WORDS[language].kinds[kind],
    says: '',
    documented: documented.filter((each) => each.kind === kind),
    elsewhere: [],
  })).filter((section) => section.documented.length > 0)
}

interface OnPage {
  readonly words: Words
  readonly find: Find
  readonly merged: Merged
}

/** Options are told with the function that takes them, props with their component, where only one does. */
export interface Merged {
  readonly optionsOf: (name: string) => Documented | undefined
  readonly isInside: (name: string) => boolean
}

export function mergedIn(sections: readonly { readonly documented: readonly Documented[] }[]): Merged {
  const all = sections.flatMap(({ documented }) => documented)
  const options = all.filter(({ name, kind }) => kind === 'type' && /(Options|Props)$/.test(name))
  const pairs = options.flatMap((each): [string, Documented][] => {
    const [taker] = all.filter(({ kind, mentions }) => kind !== 'type' && mentions.includes(each.name))
    return taker ? [[taker.name, each]] : []
  })
  const first = new Map(pairs.toReversed())
  const inside = new Set([...first.values()].map(({ name }) => name))
  return { optionsOf: (name) => first.get(name), isInside: (name) => inside.has(name) }
}

function writeOne(one: Documented, page: OnPage): string[] {
  const { words, find, merged } = page
  const { name, kind, says, code: text } = one
  const options = merged.optionsOf(name)
  const told = new Set([name, options?.name, ...one.bases.map((base) => base.name)])
  const named = [...new Set([...one.mentions, ...(options?.mentions ?? [])])].filter(
    (each) => !told.has(each) && find(each),
  )
  return [
    `### ${code(kind === 'component' ? `<${name}>` : kind === 'function' || kind === 'hook' ? `${name}()` : name)}`,
    ...(says === '' ? [] : [prose(says)]),
    ...(text === '' ? [] : [block(text, 'ts')]),
    ...membersIn(one, page),
    ...(options ? [optionsHead(options, words), ...membersIn(options, page)] : []),
    [
      ...(named.length === 0 ? [] : [words.types(named.map((each) => linkTo(each, find)).join(', '))]),
      words.source(`[${posix.basename(one.file)}](../../${one.file})`),
    ].join(' '),
  ]
}

const optionsHead = ({ name, says }: Documented, words: Words): string =>
  says === '' ? words.options(name) : `${words.options(name)} ${prose(says)}`

function membersIn({ members, bases }: Documented, { words, find }: OnPage): string[] {
  const known = bases.filter(({ name }) => find(name))
  const inherited = new Set(known.flatMap((base) => base.members))
  const own = members.filter(({ name }) => !inherited.has(name.replace(/[.(].*/, '')))
  const head = [words.name, words.type, words.meaning]
  return [
    ...(own.length === 0
      ? []
      : [
          table(
            head,
            own.map((member) => rowOf(member, words)),
          ),
        ]),
    ...(known.length === 0 ? [] : [words.alsoHas(known.map(({ name }) => linkTo(name, find)).join(', '))]),
  ]
}

/** The default stands with the meaning: a column of its own pushes that out of sight. */
function rowOf({ name, optional, type, unit, default: otherwise, says }: Member, words: Words): string[] {
  const meaning = [prose(says), otherwise === '' ? '' : `**${words.default}:** ${prose(otherwise)}.`]
  return [
    code(optional ? `${name}?` : name),
    unit === '' ? code(type) : `${code(type)}, ${unit}`,
    meaning.filter((part) => part !== '').join(' '),
  ]
}

function linkTo(name: string, find: Find): string {
  const address = find(name)
  return address ? `[${code(name)}](${address})` : code(name)
}
