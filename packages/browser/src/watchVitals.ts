import type { FindArticle, WebVital } from '@helptally/core'
import type { ArticleOpened } from './head.js'
import { type Place, placeAt } from './page/place.js'
import type { Ports } from './ports/ports.js'

export interface VitalsWatch {
  /** Measures from now on; the measuring code is loaded when the page has nothing more urgent to do. */
  start(): void
  /** An article was on screen: vitals of other addresses measure pages that do not exist. */
  shown(articleId: string): void
  /** This event has opened it. */
  opened(event: ArticleOpened): void
}

/** Tells the vitals of the articles that were shown, at `at` (epoch ms). */
export function watchVitals(
  { clock, page, whenIdle }: Ports,
  find: FindArticle,
  onVital: (vital: WebVital, place: Place, at: number) => void,
): VitalsWatch {
  const seen = new Set<string>()
  /** The event that opened an article there last, by the path. */
  const openings = new Map<string, string>()
  let isStarted = false

  const note = (vital: WebVital, url: URL) => {
    const article = find(url.pathname)
    if (!article || !seen.has(article.id)) return
    const place = placeAt(page, article, url)
    const measured = {
      ...vital,
      // Read when the vital is told: an opening that may only redirect is told just before it.
      get openId() {
        return openings.get(place.page)
      },
    }
    onVital(measured, place, clock.now())
  }
  return {
    start() {
      if (isStarted) return
      isStarted = true
      whenIdle(() => {
        // A chunk that does not load, or a browser that measures nothing, costs the vitals and no session.
        import('./vitals.js').then(({ reportVitals }) => reportVitals(note)).catch(() => {})
      })
    },
    shown: (articleId) => void seen.add(articleId),
    opened: ({ page, id }) => void openings.set(page, id),
  }
}
