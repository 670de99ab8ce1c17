import { CHANNELS } from '@helptally/core'
import type { ConversationAnswer } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Reason } from '../timeline/Reason.js'
import type { View } from '../view.js'

interface Props {
  readonly rule: ConversationAnswer['rule']
  /** Of the rulebook. */
  readonly version: number
  readonly view: View
}

/** When a session of the channel ends, idle or before that, and by which version of the rules. */
export function RuleReason({ rule, version, view: { words, format } }: Props): ReactElement {
  const { channel, idleMs, idleEnds, idleFrom } = rule
  const early = CHANNELS[channel].endsEarlyOn.map((end) => words.ended[end]).join(', ')
  return (
    <Reason name={words.timeline.rule}>
      {words.timeline.ruleText(format.duration(idleMs), idleEnds, idleFrom)} {words.on.conversation.endsEarly(early)}{' '}
      <small>{words.timeline.ruleVersion(channel, format.count(version))}</small>
    </Reason>
  )
}
