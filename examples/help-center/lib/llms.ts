import { type Article, articlesIn, listArticles } from './articles'
import { CATEGORIES } from './categories'
import { LLMS_FULL_PATH, markdownPath } from './paths'
import { wordsFor } from './words'

const SUMMARY = `# Helptally

> An open-source SDK and a Next.js plugin that count help-center sessions exactly and can show why each one was counted. It runs on your own server: the pages, the collector, the store and the dashboard.`

/** The help center for programs that read: what there is, and where. https://llmstxt.org */
export function llmsTxt(): string {
  const { categories } = wordsFor('en')
  const shelves = CATEGORIES.map(
    (category) => `## ${categories[category].title}\n\n${articlesIn('en', category).map(entryOf).join('\n')}`,
  )
  return `${[SUMMARY, NOTES, ...shelves, OPTIONAL].join('\n\n')}\n`
}

/** All of its articles in English, one after the other. */
export function llmsFullTxt(): string {
  return [`${SUMMARY}\n`, ...listArticles('en').map(articleMarkdown)].join('\n')
}

/** An article as its file has it, without what it says about itself; links lead to the Markdown of other articles. */
export const articleMarkdown = ({ title, body }: Article): string => `# ${title}\n\n${body.trim()}\n`

const NOTES =
  'The articles are Markdown. A session is one stretch of help in one browser tab: it starts when an article is opened ' +
  'and ends after five idle minutes. Samples in TypeScript and all commands are checked against this version.'

const OPTIONAL = `## Optional

- [All articles in one file](${LLMS_FULL_PATH}): the English articles, one after the other
- [The articles in Spanish](${markdownPath('es', 'install')}): each has the same name below \`/markdown/es/\``

const entryOf = ({ locale, slug, title, description }: Article): string =>
  `- [${title}](${markdownPath(locale, slug)}): ${description}`
