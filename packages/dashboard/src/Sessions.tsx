import type { ConversationSessionRow, LiveReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { type Behind, nameBehind } from './behind.js'
import { ConversationsTable } from './parts/ConversationsTable.js'
import { PageHeader } from './parts/PageHeader.js'
import { Panel } from './parts/Panel.js'
import { SessionsTable } from './parts/SessionsTable.js'
import { Shell } from './parts/Shell.js'
import { NoSessions } from './sessions/NoSessions.js'
import { hereWith, type PageView, viewOf } from './view.js'

/** So many are named behind a number. */
const MOST_BEHIND = 100

export interface SessionsProps {
  readonly page: PageView
  readonly live: LiveReport
  /** Those behind the number that the address names; null when it names none. */
  readonly behind: Behind | null
  /** The latest of the channel of conversations that the filters ask for; null when they ask for none. */
  readonly conversations: readonly ConversationSessionRow[] | null
}

/** The sessions of a period, or those behind one number, each a way to its timeline. */
export function Sessions({ page, live, behind, conversations }: SessionsProps): ReactElement {
  const view = viewOf(page)
  const { format } = view
  const words = view.words.on.sessions
  const listed: Behind = conversations ? { of: 'conversations', rows: conversations } : { of: 'help', rows: live.rows }
  const shown = behind ?? listed
  const ofHelp = shown.of === 'help' ? shown.rows : []
  const isNone = shown.rows.length === 0
  return (
    <Shell view={view}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        isSynthetic={ofHelp.some((row) => row.synthetic)}
        isImported={ofHelp.some((row) => row.imported)}
        view={view}
      />
      {behind && (
        <p className="ht-behind">
          <bdi>{words.behind(nameBehind(view))}</bdi> · {words.behindMost(format.count(MOST_BEHIND))}{' '}
          <a href={hereWith(view, { behind: '', row: '' })}>{words.allSessions}</a>
        </p>
      )}
      <Panel
        id="ht-sessions"
        title={words.list}
        definition={live.definition}
        csv={shown.of === 'help' ? 'live' : undefined}
        csvParams={{ limit: '200' }}
        view={view}
      >
        {isNone && (behind ? <p className="ht-quiet">{words.noneBehind}</p> : <NoSessions view={view} />)}
        {!isNone && shown.of === 'help' && <SessionsTable rows={shown.rows} caption={words.list} view={view} />}
        {!isNone && shown.of === 'conversations' && (
          <ConversationsTable rows={shown.rows} caption={words.list} view={view} />
        )}
        {!behind && !isNone && <p className="ht-note">{words.latest(format.count(shown.rows.length))}</p>}
      </Panel>
    </Shell>
  )
}
