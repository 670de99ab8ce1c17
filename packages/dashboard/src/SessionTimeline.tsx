import type { SessionExplained } from '@helptally/core'
import type { SessionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Shell } from './parts/Shell.js'
import { Disagreements } from './timeline/Disagreements.js'
import { Events } from './timeline/Events.js'
import { Meanwhile } from './timeline/Meanwhile.js'
import { Reasons } from './timeline/Reasons.js'
import { TimelineHeader } from './timeline/TimelineHeader.js'
import { type PageView, viewOf } from './view.js'

export interface SessionTimelineProps {
  readonly page: PageView
  readonly session: SessionExplained
  /** Sessions of the same visitor in other tabs, at the same time. */
  readonly meanwhile: readonly SessionRow[]
}

/** Why one session was counted: its start, each event and gap, its end, the rule applied, and what went on beside it. */
export function SessionTimeline({ page, session, meanwhile }: SessionTimelineProps): ReactElement {
  const view = viewOf(page)
  return (
    <Shell view={view}>
      <TimelineHeader session={session} view={view} />
      <Disagreements session={session} view={view} />
      <Reasons session={session} view={view} />
      <Events session={session} view={view} />
      <Meanwhile rows={meanwhile} view={view} />
    </Shell>
  )
}
