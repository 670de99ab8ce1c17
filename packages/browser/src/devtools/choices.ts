import type { FindArticle, PageEvent } from '@helptally/core'
import { type Choice, findIntents } from '../page/findIntents.js'
import type { Heard } from '../page/heard.js'
import { INTENT_LIFE_MS } from '../page/intent.js'
import type { Clock } from '../ports/ports.js'
import type { Diary } from './diary.js'

/** The clicks and the Enter that may open an article, and what came of each. */
export interface Choices {
  hear(heard: Heard): void
  told(event: PageEvent): void
  stop(): void
}

export function watchChoices(clock: Clock, find: FindArticle, diary: Diary): Choices {
  let open: { readonly id: string; cancel(): void } | null = null
  let count = 0

  const close = (decision: 'opened' | 'opened_nothing') => {
    if (!open) return
    open.cancel()
    diary.decide(open.id, decision)
    open = null
  }
  const onChoice = (choice: Choice) => {
    const path = pathOf(choice.href)
    const article = path === null ? null : find(path)
    // A link to a page that is no article opens none.
    if (choice.href !== null && !article) return
    close('opened_nothing')
    const id = `choice ${++count}`
    const about = [article?.id, choice.entry, choice.via].filter(Boolean).join(' · ')
    const decision = choice.elsewhere ? 'opened_elsewhere' : 'intended'
    diary.write({ id, at: clock.now(), name: 'intent', about, decision })
    if (!choice.elsewhere) open = { id, cancel: clock.after(INTENT_LIFE_MS, () => close('opened_nothing')) }
  }
  return {
    hear: findIntents(onChoice),
    told: ({ name }) => {
      if (name === 'help.article.open') close('opened')
    },
    stop: () => open?.cancel(),
  }
}

/** null when it leads away from the site, or nobody says where it leads. */
function pathOf(href: string | null): string | null {
  if (href === null || !URL.canParse(href)) return null
  const { origin, pathname } = new URL(href)
  return origin === location.origin ? pathname : null
}
