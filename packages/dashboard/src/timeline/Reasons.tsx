import type { SessionExplained } from '@helptally/core'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { endText } from './endText.js'
import { Reason } from './Reason.js'
import { shortId } from './shortId.js'

/** The answers before the evidence: why it started, why it ended, by which rule. */
export function Reasons({ session, view }: { session: SessionExplained; view: View }): ReactElement {
  const { format, hrefs } = view
  const words = view.words.timeline
  const { rule, start } = session
  const limit = format.duration(rule.idleMs)
  return (
    <dl className="ht-card ht-reasons">
      <Reason name={words.whyStarted}>{words.started[start.entry]}</Reason>
      <Reason name={words.whyEnded}>{endText(session, view)}</Reason>
      <Reason name={words.rule}>
        {words.ruleText(limit, rule.idleEnds, rule.idleFrom)}{' '}
        <small>{words.ruleVersion(rule.channel, format.count(session.ruleVersion))}</small>
      </Reason>
      <Reason name={words.length}>{format.duration(session.lastAt - start.at)}</Reason>
      <Reason name={words.longestGap}>
        {format.duration(session.longestGapMs)} <small>{words.ofLimit(limit)}</small>
      </Reason>
      <Reason name={words.previous}>
        {session.previousId === null ? (
          words.noPrevious
        ) : (
          <a href={hrefs.session(session.previousId)}>
            <code>{shortId(session.previousId)}</code>
          </a>
        )}
      </Reason>
      <Reason name={words.visitor}>
        <code title={session.visitorId}>{shortId(session.visitorId)}</code>
      </Reason>
      <Reason name={words.tab}>
        <code title={session.tabId}>{shortId(session.tabId)}</code>
      </Reason>
    </dl>
  )
}
