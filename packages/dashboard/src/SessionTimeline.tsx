import type { SessionExplained } from '@helptally/core'
import type { ReactElement } from 'react'
import type { Hrefs } from './hrefs.js'
import type { DashboardLocale } from './locale.js'
import { Frame } from './parts/Frame.js'
import { Disagreements } from './timeline/Disagreements.js'
import { Events } from './timeline/Events.js'
import { Reasons } from './timeline/Reasons.js'
import { TimelineHeader } from './timeline/TimelineHeader.js'
import { viewOf } from './view.js'

export interface SessionTimelineProps {
  readonly locale: DashboardLocale
  readonly session: SessionExplained
  readonly hrefs: Hrefs
  /** IANA time zone of the site. */
  readonly timeZone: string
}

/** Why one session was counted: its start, each event and gap, its end, and the rule applied. */
export function SessionTimeline({ locale, session, hrefs, timeZone }: SessionTimelineProps): ReactElement {
  const view = viewOf(locale, timeZone, hrefs)
  return (
    <Frame locale={locale}>
      <TimelineHeader session={session} timeZone={timeZone} view={view} />
      <Disagreements session={session} view={view} />
      <Reasons session={session} view={view} />
      <Events session={session} view={view} />
    </Frame>
  )
}
