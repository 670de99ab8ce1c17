import { webAnalytics } from './channels.js'
import { isIdle } from './idle.js'

/** A page that a visitor saw, whatever it was. */
export interface PageView {
  readonly visitorId: string
  /** Epoch ms. */
  readonly at: number
}

/** What web analytics calls a session or a visit: the pages of a visitor without a long pause between them. */
export interface Visit {
  readonly visitorId: string
  /** Epoch ms. */
  readonly startedAt: number
  /** Its last page, epoch ms. */
  readonly lastAt: number
  readonly views: number
}

/** Whether a page seen at `at` opens a visit, after the visitor's last one; null when it is the first. Epoch ms. */
export const opensVisit = (lastAt: number | null, at: number): boolean =>
  lastAt === null || isIdle(webAnalytics, lastAt, at)

/** The visits that these page views make, in any order, by `webAnalytics`. The earliest first. */
export function visitsOf(views: Iterable<PageView>): Visit[] {
  const visits = [...Map.groupBy(views, (view) => view.visitorId).values()].flatMap(visitsOfOne)
  return visits.sort((a, b) => a.startedAt - b.startedAt || (a.visitorId < b.visitorId ? -1 : 1))
}

function visitsOfOne(views: PageView[]): Visit[] {
  const visits: Visit[] = []
  for (const { visitorId, at } of views.sort((a, b) => a.at - b.at)) {
    const visit = visits.at(-1)
    if (!visit || opensVisit(visit.lastAt, at)) visits.push({ visitorId, startedAt: at, lastAt: at, views: 1 })
    else visits[visits.length - 1] = { ...visit, lastAt: at, views: visit.views + 1 }
  }
  return visits
}
