import type { SessionExplained } from '@helptally/core'
import type { ReactElement } from 'react'
import { Shell } from './parts/Shell.js'
import { Disagreements } from './timeline/Disagreements.js'
import { Events } from './timeline/Events.js'
import { Reasons } from './timeline/Reasons.js'
import { TimelineHeader } from './timeline/TimelineHeader.js'
import { type PageView, viewOf } from './view.js'

export interface SessionTimelineProps {
  readonly page: PageView
  readonly session: SessionExplained
}

/** Why one session was counted: its start, each event and gap, its end, and the rule applied. */
export function SessionTimeline({ page, session }: SessionTimelineProps): ReactElement {
  const view = viewOf(page)
  return (
    <Shell view={view}>
      <TimelineHeader session={session} view={view} />
      <Disagreements session={session} view={view} />
      <Reasons session={session} view={view} />
      <Events session={session} view={view} />
    </Shell>
  )
}
