import { HELP_WORDS, LIST_PARAMETERS, LOCALE_PARAMETERS, OTHER_WORDS } from './articleWords.js'
import type { Route } from './routes.js'

/** A pattern that articles may have. */
export interface ArticleGuess {
  /** As `withHelptally` takes it, `/:locale/articles/:slug`. */
  readonly pattern: string
  readonly file: string
  readonly why: string
  /** 0 to 5. From 3 on, a name says that it is help. */
  readonly weight: number
}

/** Where articles may live, the likeliest first, each pattern once. */
export function guessArticles(routes: readonly Route[]): ArticleGuess[] {
  const pages = routes.filter(({ kind }) => kind === 'page')
  const guesses = [...pages.flatMap(byParameter), ...byFiles(pages)]
  const sorted = guesses.sort((a, b) => b.weight - a.weight || b.pattern.length - a.pattern.length)
  return sorted.filter(({ pattern }, index) => sorted.findIndex((other) => other.pattern === pattern) === index)
}

/** The one guess that may be taken without asking. */
export function sureGuess([first, second]: readonly ArticleGuess[]): ArticleGuess | null {
  return first && first.weight >= SURE && first.weight > (second?.weight ?? 0) ? first : null
}

const SURE = 3

/** A page for each article: its last segment is a parameter. */
function byParameter({ segments, file }: Route): ArticleGuess[] {
  if (segments.some(isOther)) return []
  const last = segments.at(-1)
  const name = last === undefined ? null : parameterName(last)
  if (!name || LOCALE_PARAMETERS.has(name) || LIST_PARAMETERS.has(name)) return []
  const word = helpWord(segments)
  const why = word ? `"${word}" is what help is called` : 'its last folder is a parameter'
  return [{ pattern: patternOf(segments), file, why, weight: word ? HELP_WORDS[word]! : 0 }]
}

/** A file for each article: two or more pages of Markdown below a folder of help. */
function byFiles(pages: readonly Route[]): ArticleGuess[] {
  const shelves = new Map<string, Route[]>()
  for (const page of pages) {
    const word = helpWord(page.segments)
    const depth = word ? page.segments.indexOf(word) + 1 : 0
    if (!word || page.segments.length <= depth || !/\.mdx?$/.test(page.file)) continue
    if (page.segments.slice(0, depth).some(isOther)) continue
    if (page.segments.slice(depth).some((segment) => parameterName(segment))) continue
    const shelf = patternOf([...page.segments.slice(0, depth), '[...slug]'])
    shelves.set(shelf, [...(shelves.get(shelf) ?? []), page])
  }
  return [...shelves].flatMap(([pattern, [first, ...others]]) =>
    others.length === 0
      ? []
      : [
          {
            pattern,
            file: first!.file,
            why: `${others.length + 1} pages of Markdown are there`,
            weight: HELP_WORDS[helpWord(first!.segments)!]!,
          },
        ],
  )
}

const isOther = (segment: string): boolean => OTHER_WORDS.has(segment.toLowerCase())

/** The word that tells most. */
function helpWord(segments: readonly string[]): string | undefined {
  const words = segments.filter((segment) => Object.hasOwn(HELP_WORDS, segment))
  return words.sort((a, b) => HELP_WORDS[b]! - HELP_WORDS[a]!)[0]
}

const PARAMETER = /^\[{1,2}(\.\.\.)?([^\]]+)\]{1,2}$/
const parameterName = (segment: string): string | undefined => PARAMETER.exec(segment)?.[2]

/** Folders as the pattern that `withHelptally` takes. */
export function patternOf(segments: readonly string[]): string {
  return `/${segments.map(patternSegment).join('/')}`
}

function patternSegment(segment: string): string {
  const [, rest, name] = PARAMETER.exec(segment) ?? []
  if (!name) return segment
  if (LOCALE_PARAMETERS.has(name)) return ':locale'
  return `:${name.replace(/\W/g, '_')}${rest ? '*' : ''}`
}

/** Where readers begin: `/:locale` when the articles are below it and it has a page. Otherwise the default holds. */
export function guessHome(articles: string, routes: readonly Route[]): string | undefined {
  const home = '/:locale'
  const isPage = ({ kind, segments }: Route) => kind === 'page' && segments.length === 1 && patternOf(segments) === home
  return articles.startsWith(`${home}/`) && routes.some(isPage) ? home : undefined
}
