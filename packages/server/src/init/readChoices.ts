import { isElsewhere } from './choices.js'
import { isSite } from './guessSite.js'

export interface AskedChoices {
  readonly site?: string | undefined
  readonly articles?: string | undefined
  readonly base?: string | undefined
  readonly dashboard?: string | undefined
}

/** Folders of the App Router whose address is their name. */
const PATH = /^(?:\/[a-zA-Z0-9][\w.~-]*)+$/
const PATTERN = /^(?=.*\/:)(?:\/(?::\w+|[\w.~%-]+))*\/(?::\w+\*?|[\w.~%-]+)$/

export const isPattern = (text: string): boolean => PATTERN.test(text)

/** What was expected instead; null when all can be taken. */
export function misreadChoice({ site, articles, base, dashboard }: AskedChoices): string | null {
  if (site !== undefined && !isSite(site)) return `--site: expected an id of 1 to 64 characters, got "${site}"`
  if (articles !== undefined && !isPattern(articles))
    return `--articles: expected a path with a parameter, such as /articles/:slug, got "${articles}"`
  if (base !== undefined && !PATH.test(base) && !(isElsewhere(base) && URL.canParse(base)))
    return `--base: expected a path such as /api/help, or the address of a collector elsewhere, got "${base}"`
  if (dashboard !== undefined && !PATH.test(dashboard))
    return `--dashboard: expected a path such as /help-insights, got "${dashboard}"`
  return null
}
