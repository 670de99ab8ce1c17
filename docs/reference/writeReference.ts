import type { Documented } from './documented.ts'
import { articleOf, pathOf } from './frontMatter.ts'
import { anchorOf, table } from './markdown.ts'
import { type Entry, PAGES, type Page } from './pages.ts'
import { readEntry } from './readEntry.ts'
import { readProgram } from './readProgram.ts'
import { LANGUAGES, type Language, WORDS } from './words.ts'
import { byKind, type Find, mergedIn, type Section, writePage } from './writePage.ts'

/** The articles of the reference that are made from types, by path from the root. `today`: an ISO date. */
export function writeReference(today: string): Map<string, string> {
  const told = readPages()
  const addresses = addressesIn(told)
  const articles = LANGUAGES.flatMap((language) => [
    overviewOf(language, today),
    ...told.map(({ page, sections }): [string, string] => {
      const find: Find = (name) => addressFrom(page, addresses.get(name))
      const shown =
        sections.length === 1
          ? byKind(language, sections[0]!.documented)
          : sections.map((each) => inLanguage(each, language))
      const body = writePage(language, page.intro[language], withElsewhere(shown, sections, language), find)
      const head = { ...page, title: page.title[language], description: page.description[language] }
      return [pathOf(language, page.slug), articleOf(language, head, body, today)]
    }),
  ])
  return new Map(articles)
}

/** What each page tells, with nothing told twice. */
export interface ToldPage {
  readonly page: Page
  readonly sections: readonly ToldSection[]
}

interface ToldSection {
  readonly entry: Entry
  readonly documented: readonly Documented[]
  readonly elsewhere: readonly string[]
}

export function readPages(): ToldPage[] {
  const program = readProgram([...new Set(PAGES.flatMap(({ entries }) => entries.map(({ file }) => file)))])
  const taken = new Set<string>()
  return PAGES.map((page) => ({
    page,
    sections: page.entries.map((entry) => {
      const all = readEntry(program, entry.file)
      const isHere = ({ name, file }: Documented) =>
        !taken.has(`${file} ${name}`) &&
        packageOf(file) === packageOf(entry.file) &&
        (page.declaredIn?.some((place) => file.startsWith(place)) ?? true)
      const documented = all.filter(isHere)
      for (const { name, file } of documented) taken.add(`${file} ${name}`)
      const elsewhere = page.declaredIn ? [] : all.filter((each) => !documented.includes(each)).map(({ name }) => name)
      return { entry, documented, elsewhere }
    }),
  }))
}

const packageOf = (file: string): string => file.split('/')[1]!

/** All the places where something of that name is told: two packages may have the same name. */
function addressesIn(told: readonly ToldPage[]): Map<string, string[]> {
  const addresses = new Map<string, string[]>()
  const add = (name: string, address: string) => addresses.set(name, [...(addresses.get(name) ?? []), address])
  for (const { page, sections } of told) {
    const { optionsOf, isInside } = mergedIn(sections)
    for (const { name } of sections.flatMap(({ documented }) => documented)) {
      const address = `${page.slug}.md#${anchorOf(name)}`
      if (!isInside(name)) add(name, address)
      const options = optionsOf(name)
      if (options) add(options.name, address)
    }
  }
  return addresses
}

/** What is told on the same page is meant before what is told elsewhere. */
function addressFrom({ slug }: Page, addresses: readonly string[] = []): string | undefined {
  const here = addresses.find((address) => address.startsWith(`${slug}.md`))
  return here?.replace(`${slug}.md`, '') ?? addresses[0]
}

function inLanguage({ entry, documented, elsewhere }: ToldSection, language: Language): Section {
  return { heading: `\`${entry.name}\``, says: entry.says?.[language] ?? '', documented, elsewhere }
}

function withElsewhere(shown: Section[], sections: readonly ToldSection[], language: Language): Section[] {
  const [only] = sections
  if (sections.length > 1 || !only || only.elsewhere.length === 0) return shown
  const heading = WORDS[language].elsewhere
  return [...shown, { heading, says: '', documented: [], elsewhere: only.elsewhere }]
}

function overviewOf(language: Language, today: string): [string, string] {
  const { overview, commands, inEnglish: _ } = WORDS[language]
  const rows = PAGES.flatMap(({ slug, entries, title }) =>
    entries.map(({ name }) => [`\`${name}\``, `[${title[language]}](${slug}.md)`]),
  )
  const body = [
    overview.intro,
    table(
      [overview.import, overview.article],
      [...rows, ['`npx helptally`', `[${commands.title}](reference-command.md)`]],
    ),
    `## ${overview.toRead}`,
    overview.rules.map((rule) => `- ${rule}`).join('\n'),
    overview.more,
  ].join('\n\n')
  const { title, description } = overview
  const head = { slug: 'reference', title, description, order: 1, related: ['metrics', 'limits', 'reference-setup'] }
  return [pathOf(language, 'reference'), articleOf(language, head, body, today)]
}
