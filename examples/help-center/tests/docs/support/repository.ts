import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Of the whole repository. The tests run in the folder of the example. */
export const ROOT = join(process.cwd(), '..', '..')

/** A text of the repository that people read. */
export interface Text {
  /** Its path below the root, `docs/en/idle.md`. */
  readonly file: string
  /** Markdown, without what an article says about itself. */
  readonly markdown: string
}

export const articlesIn = (locale: 'en' | 'es'): readonly Text[] => textsIn(`docs/${locale}`)

export const otherTexts = (): readonly Text[] => [
  readText('README.md'),
  ...textsIn('docs'),
  ...textsIn('docs/decisions'),
]

const textsIn = (folder: string): readonly Text[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readText(`${folder}/${name}`))

export function readText(file: string): Text {
  return { file, markdown: readFileSync(join(ROOT, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '') }
}
