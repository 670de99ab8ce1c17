import { parse } from 'yaml'
import { CATEGORIES, type Category, isCategory } from './categories'

export interface FrontMatter {
  readonly title: string
  readonly description: string
  readonly category: Category
  /** Rank in its category. */
  readonly order: number
  /** Slugs of the articles to read next. */
  readonly related: readonly string[]
  /** ISO date. */
  readonly updated: string
}

const FENCED = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/

/** Splits an article into what it says about itself and its text. `file` is for the errors. */
export function readFrontMatter(source: string, file: string): FrontMatter & { readonly body: string } {
  const fenced = FENCED.exec(source)
  if (!fenced) throw wrong(file, 'front matter between two lines of ---', 'none')
  const said = parse(fenced[1] ?? '') as Record<string, unknown>
  return {
    title: text(said, 'title', file),
    description: text(said, 'description', file),
    category: category(said.category, file),
    order: Number(said.order ?? 0),
    related: Array.isArray(said.related) ? said.related.map(String) : [],
    updated: date(said, file),
    body: source.slice(fenced[0].length),
  }
}

function text(said: Record<string, unknown>, key: string, file: string): string {
  const value = said[key]
  if (typeof value === 'string' && value !== '') return value
  throw wrong(file, `a text as ${key}`, JSON.stringify(value))
}

function category(value: unknown, file: string): Category {
  if (isCategory(value)) return value
  throw wrong(file, `one of ${CATEGORIES.join(', ')} as category`, JSON.stringify(value))
}

function date(said: Record<string, unknown>, file: string): string {
  const value = text(said, 'updated', file)
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return value
  throw wrong(file, 'a date such as 2026-11-22 as updated', value)
}

function wrong(file: string, expected: string, found: string): Error {
  return new Error(`[helptally] ${file}: expected ${expected}, found ${found}. Mend the top of the file.`)
}
