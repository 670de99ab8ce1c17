import type { ArticleRef } from '@helptally/core'
import { createRandom } from './random.js'

/** What the help center has. */
export interface Shelf {
  /** Article ids, the popular ones first. */
  readonly articles: readonly string[]
  /** What readers search and find, the frequent ones first. */
  readonly queries: readonly string[]
  /** What they search in vain. */
  readonly missing: readonly string[]
}

/** An article as a reader takes it from the shelf. */
export interface ShelfArticle {
  readonly ref: ArticleRef
  readonly words: number
  /** How well it helps, from 0 to 1. */
  readonly worth: number
}

const DAY_MS = 86_400_000
/** Spanish needs more words for the same. */
const WORDINESS: Readonly<Record<string, number>> = { es: 1.12 }
const WORDS = { least: 90, most: 3_000 }

/** The same article for everybody who takes it, until it is revised. `at` is epoch ms. */
export function takeArticle(id: string, lang: string, at: number): ShelfArticle {
  const random = createRandom('article', id)
  const words = random.logNormal(560, 0.5) * (WORDINESS[lang] ?? 1)
  const worth = random.next()
  const revisedEveryMs = random.whole(45, 400) * DAY_MS
  const rev = Math.floor(at / revisedEveryMs) - Math.floor(Date.UTC(2025) / revisedEveryMs)
  return {
    ref: { id, rev: String(Math.max(1, rev + 1)), lang },
    words: Math.round(Math.min(Math.max(words, WORDS.least), WORDS.most)),
    worth,
  }
}
