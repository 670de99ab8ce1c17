import { type Ask, chooseOne } from './chooseOne.js'
import { type ArticleGuess, sureGuess } from './guessArticles.js'
import { isPattern } from './readChoices.js'

/** As many as can be told apart at a glance. */
const MOST_OFFERED = 6

/** Where articles live: asked, where a person is, or the only likely guess. Otherwise what was expected. */
export async function chooseArticles(
  guesses: readonly ArticleGuess[],
  ask: Ask | null,
  out: (line: string) => void,
): Promise<{ readonly articles: string; readonly why: string | null } | { readonly expected: string }> {
  const sure = sureGuess(guesses)
  if (!ask) return sure ? { articles: sure.pattern, why: reason(sure) } : { expected: expectedOne(guesses) }
  const chosen = await chooseOne(
    {
      question: 'Where do articles live',
      offers: guesses
        .slice(0, MOST_OFFERED)
        .map((guess) => ({ value: guess.pattern, said: `${guess.pattern}  ${reason(guess)}` })),
      read: (answer) => (isPattern(answer) ? answer : null),
      expected:
        guesses.length > 0 ? 'A number, or a pattern such as /articles/:slug' : 'A pattern such as /articles/:slug',
    },
    ask,
    out,
  )
  return chosen === null ? { expected: expectedOne(guesses) } : { articles: chosen, why: null }
}

const reason = ({ file, why }: ArticleGuess): string => `(${file}: ${why})`

function expectedOne(guesses: readonly ArticleGuess[]): string {
  const found = guesses.slice(0, MOST_OFFERED).map((guess) => `${guess.pattern} ${reason(guess)}`)
  const instead = found.length > 0 ? `what may be articles is ${found.join(', ')}` : 'no page looks like an article'
  return `--articles: expected where articles live, such as /articles/:slug, got nothing, and ${instead}`
}
