import type { SessionExplained } from '@helptally/core'
import type { ReactElement } from 'react'
import { EntryMark } from '../parts/EntryMark.js'
import { ImportedNote } from '../parts/ImportedNote.js'
import { SyntheticNote } from '../parts/SyntheticNote.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'

interface Props {
  readonly session: SessionExplained
  readonly view: View
}

export function TimelineHeader({ session, view }: Props): ReactElement {
  const { words, format, hrefs } = view
  const { start } = session
  return (
    <header className="ht-header">
      <a className="ht-back" href={hrefs.to('sessions', view.address)}>
        {words.frame.backToOverview}
      </a>
      <h1>{words.timeline.title(format.moment(start.at))}</h1>
      <p className="ht-when">
        <bdi className="ht-break">{seen(start.article.id)}</bdi>
        <span>
          <EntryMark entry={start.entry} view={view} /> {words.via[start.via]}
        </span>
        <bdi className="ht-break">{seen(session.site)}</bdi>
        <span>{words.frame.timeZone(view.timeZone)}</span>
      </p>
      {session.synthetic && <SyntheticNote view={view} />}
      {session.imported && <ImportedNote view={view} />}
    </header>
  )
}
