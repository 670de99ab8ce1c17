import type { HelpOptions } from '@helptally/browser'
import { articlePattern, clockOf, type FindArticle } from '@helptally/core'

export interface Remarks {
  /** At that moment, epoch ms. */
  chose(choice: 'granted' | 'refused', at: number): void
  /** `shown`: the paths on screen in the tabs that are open. */
  all(shown: readonly string[]): readonly string[]
}

export interface RemarksParts {
  readonly site: HelpOptions
  readonly find: FindArticle
  /** What the reader had chosen before. */
  readonly chosen: 'granted' | 'refused' | 'none'
  /** Epoch ms. */
  readonly startedAt: number
}

/** What no event tells, and yet explains a count. */
export function createRemarks({ site, find, chosen, startedAt }: RemarksParts): Remarks {
  const choices: string[] = []
  const isHome = articlePattern(site.home ?? '/')
  if (chosen === 'refused') choices.push('The reader had refused before: nothing is counted until `grantConsent()`.')
  const mustAsk = chosen === 'none' && site.consent !== 'granted'
  return {
    chose(choice, at) {
      const when = clockOf(at - startedAt)
      choices.push(
        choice === 'refused'
          ? `The reader refused at ${when}: nothing after it is counted, in any tab.`
          : `The reader consented at ${when}: what is on screen counts from then on, and nothing before.`,
      )
    },
    all(shown) {
      const others = [...new Set(shown)].filter((path) => !find(path) && !isHome(path))
      return [
        ...(mustAsk && choices.length === 0
          ? ['The reader has chosen nothing: nothing is counted until `grantConsent()`.']
          : choices),
        ...others.map((path) => `The page ${path} is no article: articles live at ${site.articles}.`),
      ]
    },
  }
}
