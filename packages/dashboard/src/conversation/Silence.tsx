import type { ConversationAnswer } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { GapBar } from '../timeline/GapBar.js'
import type { View } from '../view.js'

interface Props {
  readonly gapMs: number
  readonly rule: ConversationAnswer['rule']
  /** Whether the conversation is two sessions because of it. */
  readonly does: 'split' | 'notSplit'
  readonly view: View
}

/** How long nothing came that counts on this channel, beside how long that may last, and whether it was too long. */
export function Silence({ gapMs, rule, does, view: { words, format } }: Props): ReactElement {
  const { silence, [does]: verdict } = words.on.conversation
  return (
    <GapBar gapMs={gapMs} limitMs={rule.idleMs}>
      {silence(format.duration(gapMs), format.duration(rule.idleMs), rule.idleFrom)} · {verdict}
    </GapBar>
  )
}
