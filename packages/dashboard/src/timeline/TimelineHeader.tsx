import type { SessionExplained } from '@helptally/core'
import type { ReactElement } from 'react'
import { Brand } from '../parts/Brand.js'
import { EntryMark } from '../parts/EntryMark.js'
import { SyntheticNote } from '../parts/SyntheticNote.js'
import type { View } from '../view.js'

interface Props {
  readonly session: SessionExplained
  readonly timeZone: string
  readonly view: View
}

export function TimelineHeader({ session, timeZone, view }: Props): ReactElement {
  const { words, format, hrefs } = view
  const { start } = session
  return (
    <header className="ht-header">
      <div className="ht-bar">
        <Brand />
        <a className="ht-back" href={hrefs.overview({})}>
          {words.frame.backToOverview}
        </a>
      </div>
      <h1>{words.timeline.title(format.moment(start.at))}</h1>
      <p className="ht-when">
        <bdi className="ht-break">{start.article.id}</bdi>
        <span>
          <EntryMark entry={start.entry} view={view} /> {words.via[start.via]}
        </span>
        <span>{session.site}</span>
        <span>{words.frame.timeZone(timeZone)}</span>
      </p>
      {session.synthetic && <SyntheticNote view={view} />}
    </header>
  )
}
