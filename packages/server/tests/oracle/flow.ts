import type { HelpEvent } from '@helptally/core'
import type { FlowNode, FlowReport, FlowRow } from '../../src/reports/shapes.js'
import type { Within } from './articles.js'
import { openingsOf, stepsIn } from './openings.js'
import { searchedOf } from './searched.js'
import { isOpen, isSearch, share, tabsOf } from './tabs.js'

/** The rows of the report, by its definition, in no order, and its totals. */
export function flowBy(
  events: readonly HelpEvent[],
  { from, to }: Within,
  { most }: { readonly most: number },
): { rows: FlowRow[]; totals: FlowReport['totals'] } {
  const sessions = events.filter(isOpen).filter((one) => one.id === one.sessionId && one.ts >= from && one.ts < to)
  const isChosen = ({ sessionId }: HelpEvent) => sessions.some(({ id }) => id === sessionId)
  const openings = openingsOf(events).filter(({ event }) => isChosen(event))
  const opens = [...Map.groupBy(openings, ({ event }) => event.article.id)]
  const top = opens
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([article]) => article)
  const nodeOf = (step: HelpEvent | undefined): FlowNode => {
    if (!step) return 'end'
    if (isOpen(step)) return top.includes(step.article.id) ? `article:${step.article.id}` : 'other'
    return isSearch(step) ? 'search' : 'contact'
  }
  const steps = tabsOf(events).flatMap(stepsIn)
  const after = (event: HelpEvent) =>
    steps.find((step) => step.tabId === event.tabId && step.sessionId === event.sessionId && step.seq > event.seq)
  const searches = searchedOf(events).map(({ event }) => event)
  const followed = [...openings.map(({ event }) => event), ...searches.filter(isChosen)]
  const edges = [
    ...sessions.map((open) => ({ from: `entry:${open.entry}` as FlowNode, step: open as HelpEvent | undefined })),
    ...followed.map((event) => ({ from: nodeOf(event), step: after(event) })),
  ].map(({ from, step }) => ({ from, to: nodeOf(step), via: step && isOpen(step) ? step.via : ('' as const) }))
  return {
    rows: [...Map.groupBy(edges, ({ from, to, via }) => JSON.stringify([from, to, via])).values()].map((same) => ({
      ...same[0]!,
      times: same.length,
      share: share(same.length, edges.filter(({ from }) => from === same[0]!.from).length),
    })),
    totals: { sessions: sessions.length, articles: opens.length },
  }
}
