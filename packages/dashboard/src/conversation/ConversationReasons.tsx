import type { ConversationAnswer, ConversationNeighbour } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Reason } from '../timeline/Reason.js'
import { shortId } from '../timeline/shortId.js'
import type { View } from '../view.js'
import { endOfConversation } from './endOfConversation.js'
import { RuleReason } from './RuleReason.js'

/** The answers before the evidence: why it started, why it ended, by which rule, and what was before and after. */
export function ConversationReasons({ session, view }: { session: ConversationAnswer; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.conversation
  const common = view.words.timeline
  const { rule, start, previous, next, steps } = session
  return (
    <dl className="ht-card ht-reasons">
      <Reason name={common.whyStarted}>{(previous ? words.startedAnew : words.started)[start.by]}</Reason>
      <Reason name={common.whyEnded}>{endOfConversation(session, view)}</Reason>
      <RuleReason rule={rule} version={session.ruleVersion} view={view} />
      <Reason name={words.idleFrom}>{words.idleFromText[rule.idleFrom]}</Reason>
      <Reason name={words.interactions}>{format.count(session.interactions)}</Reason>
      <Reason name={words.userTurns}>{format.count(session.userTurns)}</Reason>
      <Reason name={common.length}>{format.duration(session.lastAt - start.at)}</Reason>
      <Reason name={common.longestGap}>
        {format.duration(Math.max(...steps.map(({ gapMs }) => gapMs)))}{' '}
        <small>{common.ofLimit(format.duration(rule.idleMs))}</small>
      </Reason>
      <Reason name={words.previous}>
        <Neighbour session={previous} none={words.noPrevious} view={view} />
      </Reason>
      <Reason name={words.next}>
        <Neighbour session={next} none={words.noNext} view={view} />
      </Reason>
      <Reason name={common.visitor}>
        <code title={session.visitorId}>{shortId(session.visitorId)}</code>
      </Reason>
      <Reason name={words.conversation}>
        <code title={session.conversationId}>{shortId(session.conversationId)}</code>
      </Reason>
    </dl>
  )
}

interface NeighbourProps {
  readonly session: ConversationNeighbour | null
  readonly none: string
  readonly view: View
}

function Neighbour({ session, none, view: { hrefs, format } }: NeighbourProps): ReactElement {
  if (!session) return <>{none}</>
  return (
    <a href={hrefs.session(session.id)}>
      <time dateTime={new Date(session.startedAt).toISOString()}>{format.moment(session.startedAt)}</time>
    </a>
  )
}
