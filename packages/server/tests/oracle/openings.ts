import type { HelpEvent } from '@helptally/core'
import { isContact, isOpen, isSearch, type Named, type Open, tabsOf } from './tabs.js'

/** One opening of an article and what came of it, by features 2c. */
export interface Opening {
  readonly event: Open
  /** All events that count as this one opening. */
  readonly shownBy: readonly Open[]
  readonly engagedMs: number | null
  readonly scroll: number
  readonly isRead: boolean
  readonly isQuickExit: boolean
  readonly next: Open | 'search' | 'contact' | 'end'
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly searchedAgain: boolean
}

export const openingsOf = (events: readonly HelpEvent[]): Opening[] => tabsOf(events).flatMap(openingsIn)

/** What was done in a tab, without what only shows again what is on screen. */
export const stepsIn = (tab: readonly HelpEvent[]): HelpEvent[] => groupsIn(tab).steps

function groupsIn(tab: readonly HelpEvent[]): {
  readonly groups: Open[][]
  readonly rootOf: ReadonlyMap<string, Open>
  readonly steps: HelpEvent[]
} {
  /** Each opening's events: a reload soon after, and the way back before long, are the same one. */
  const groups: Open[][] = []
  const latest = new Map<string, Open[]>()
  for (const event of tab.filter(isOpen)) {
    const group = latest.get(event.article.id)
    const ago = group ? event.ts - group.at(-1)!.ts : Number.POSITIVE_INFINITY
    const isSame = (event.nav === 'reload' && ago <= 10_000) || (event.nav === 'history' && ago <= 1_800_000)
    if (isSame) group!.push(event)
    else {
      const begun = [event]
      groups.push(begun)
      latest.set(event.article.id, begun)
    }
  }
  const rootOf = new Map(groups.flatMap((group) => group.map((event) => [event.id, group[0]!])))
  const steps: HelpEvent[] = []
  for (const event of tab) {
    if (!isOpen(event) && !isSearch(event) && !isContact(event)) continue
    const before = steps.at(-1)
    if (isOpen(event) && before && isOpen(before) && rootOf.get(before.id) === rootOf.get(event.id)) continue
    steps.push(event)
  }
  return { groups, rootOf, steps }
}

function openingsIn(tab: readonly HelpEvent[]): Opening[] {
  const { groups, rootOf, steps } = groupsIn(tab)
  return groups.map((group) => {
    const [event] = group as [Open]
    const later = steps.filter((step) => step.sessionId === event.sessionId && step.seq > event.seq)
    const opened = steps.filter((step) => step.sessionId === event.sessionId).filter(isOpen)
    const told = tab.filter((one): one is Named<'help.article.leave'> => one.name === 'help.article.leave')
    const readings = group.flatMap(({ id }) => {
      const own = told.filter((one) => one.openId === id)
      return own.length === 0 ? [] : [own]
    })
    const engagedMs =
      readings.length === 0
        ? null
        : Math.min(
            1_800_000,
            readings.reduce((sum, own) => sum + Math.max(...own.map((one) => one.engagedMs)), 0),
          )
    const scroll = Math.max(0, ...readings.flat().map((one) => one.scroll))
    const expectedMs = ((event.words ?? 0) / 238) * 60_000
    const next = later[0]
    const leadsBack = !next || isSearch(next) || (isOpen(next) && ['home', 'nav', 'search_result'].includes(next.via))
    return {
      event,
      shownBy: group,
      engagedMs,
      scroll,
      isRead: (engagedMs ?? 0) >= Math.max(10_000, 0.4 * expectedMs) && scroll >= 50,
      isQuickExit: (engagedMs ?? 0) < Math.max(5_000, 0.1 * expectedMs) && leadsBack,
      next: next === undefined ? 'end' : isOpen(next) ? next : isSearch(next) ? 'search' : 'contact',
      isFirst: !groups.some(
        ([other]) =>
          other!.sessionId === event.sessionId && other!.article.id === event.article.id && other!.seq < event.seq,
      ),
      isLast: opened.length > 0 && rootOf.get(opened.at(-1)!.id) === event,
      searchedAgain: later.some(isSearch),
    }
  })
}
