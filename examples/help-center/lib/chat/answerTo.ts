import { loadSearch } from '../loadSearch'
import type { Locale } from '../locales'
import type { Words } from '../words'
import type { Said } from './transcript'

/** What the bot answers: the best article, if there is one. */
export async function answerTo(question: string, locale: Locale, words: Words['chat']): Promise<Omit<Said, 'id'>> {
  const found = await loadSearch(locale).then(
    (find) => find(question),
    () => null,
  )
  if (!found) return { by: 'bot', text: words.failed }
  const [best] = found
  return best
    ? { by: 'bot', text: words.found, article: { id: best.id, title: best.title } }
    : { by: 'bot', text: words.none }
}
