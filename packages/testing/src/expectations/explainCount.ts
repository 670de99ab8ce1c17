import { type CountedSession, clockOf, explain } from '@helptally/core'
import type { Counted, SearchEvent } from './counted.js'
import { type OpenedInside, openedInside } from './openedInside.js'
import { orphanSearches } from './orphanSearches.js'

/** What was counted and why, and why the rest was not: the text below each failed expectation. */
export function explainCount(counted: Counted): string {
  const say = wordsIn(counted)
  const sessions = counted.sessions()
  const notCounted = [...orphanSearches(counted).map(say.orphan), ...(counted.remarks?.() ?? [])]
  const rejected = counted.rejected.map(({ reason }) => `The collector would reject an event: ${reason}`)
  const reasons = [...notCounted, ...rejected]
  return [
    sessions.length > 0 ? 'Counted:' : 'Counted nothing.',
    ...sessions.map(say.session),
    ...(reasons.length > 0 ? ['Besides:', ...reasons.map((reason) => `  - ${reason}`)] : []),
    ...(sessions.length === 0 && reasons.length === 0 ? ['Nothing was told: no article was opened.'] : []),
  ].join('\n')
}

interface Words {
  session(session: CountedSession, index: number): string
  orphan(search: SearchEvent): string
}

/** Times run from the beginning, or from the first event where nobody says when it was. */
function wordsIn({ events, startedAt = Math.min(...events.map(({ ts }) => ts)) }: Counted): Words {
  const tabs = [...new Set(events.map(({ tabId }) => tabId))]
  const tab = (tabId: string) => `tab ${tabs.indexOf(tabId) + 1}`
  const clock = (at: number) => clockOf(at - startedAt)
  const inside = ({ opening: { article, entry, ts }, why }: OpenedInside) =>
    `opening "${article.id}" (${entry}) at ${clock(ts)} continued it: ${why}`
  return {
    session(session, index) {
      const { start, end, lastAt, tabId } = explain(session)
      return [
        `  ${index + 1}. ${start.entry} of "${start.article.id}" via ${start.via}, in ${tab(tabId)}`,
        `started at ${clock(start.at)}: ${start.text}`,
        ...openedInside(session).map(inside),
        end
          ? `ended at ${clock(end.at)}: ${end.text} Its last activity was at ${clock(lastAt)}.`
          : `open: the last activity that its page has told was at ${clock(lastAt)}`,
      ].join('\n     ')
    },
    orphan: ({ query, ts, tabId }) =>
      `The search "${query}" at ${clock(ts)} in ${tab(tabId)} opened no article: it is no session.`,
  }
}
