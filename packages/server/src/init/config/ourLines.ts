import { quoted, type Writing } from './writing.js'

export const CONFIG_ENTRY = '@helptally/next/config'

/** What `withHelptally` is told by `init`. */
export interface ChosenOptions {
  readonly site: string
  readonly articles: string
  readonly home?: string | undefined
  readonly base?: string | undefined
}

export function importLine(writing: Writing, isCommonJs: boolean): string {
  const entry = quoted(CONFIG_ENTRY, writing)
  return isCommonJs
    ? `const { withHelptally } = require(${entry})${writing.semicolon}`
    : `import { withHelptally } from ${entry}${writing.semicolon}`
}

/** The options as an object, `{ site: 'docs', articles: '/articles/:slug' }`. */
export function optionsText({ site, articles, home, base }: ChosenOptions, writing: Writing): string {
  const said = Object.entries({ site, articles, home, base }).filter(([, value]) => value !== undefined)
  return `{ ${said.map(([name, value]) => `${name}: ${quoted(value!, writing)}`).join(', ')} }`
}
