import type { VoteReason } from '@helptally/core'
import type { Random } from './random.js'
import type { SeedTab } from './seedTab.js'
import type { ShelfArticle } from './shelf.js'

const REASONS = {
  for: ['answered', 'answered', 'clear'],
  against: ['incomplete', 'incomplete', 'unclear', 'outdated', 'not_found', 'too_long', 'wrong', 'other'],
} as const satisfies Readonly<Record<string, readonly VoteReason[]>>

const COMMENTS: Readonly<Record<'for' | 'against', Readonly<Record<string, readonly string[]>>>> = {
  for: {
    es: ['Justo lo que buscaba.', 'Muy claro, gracias.'],
    en: ['Exactly what I needed.', 'Clear and short, thanks.'],
  },
  against: {
    es: ['Falta un ejemplo completo.', 'La captura es de una versión anterior.', 'No explica cómo volver atrás.'],
    en: ['An example would help.', 'The screenshot shows an older version.', 'It does not say how to undo it.'],
  },
}

/** Some who have read say whether it helped; a few of them change their mind. */
export function vote(tab: SeedTab, article: ShelfArticle, random: Random): void {
  if (!random.chance(0.12)) return
  const isFor = random.chance(0.45 + 0.5 * article.worth)
  cast(tab, article, random, isFor)
  if (!random.chance(0.03)) return
  tab.pass(random.whole(2_000, 9_000))
  cast(tab, article, random, !isFor)
}

function cast(tab: SeedTab, { ref }: ShelfArticle, random: Random, isFor: boolean): void {
  const side = isFor ? 'for' : 'against'
  const comments = COMMENTS[side][tab.reader.locale] ?? []
  tab.tell({
    name: 'help.feedback.vote',
    article: ref,
    value: isFor ? 1 : -1,
    ...(random.chance(isFor ? 0.4 : 0.75) && { reason: random.pick(REASONS[side]) }),
    ...(comments.length > 0 && random.chance(isFor ? 0.05 : 0.3) && { comment: random.pick(comments) }),
  })
}
