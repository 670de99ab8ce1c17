import type { ConversationSessionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ConversationsTable } from '../parts/ConversationsTable.js'
import { Panel } from '../parts/Panel.js'
import type { View } from '../view.js'

interface Props {
  readonly rows: readonly ConversationSessionRow[]
  readonly view: View
}

/** What the same visitor said elsewhere meanwhile. */
export function OtherConversations({ rows, view }: Props): ReactElement {
  const words = view.words.on.conversation
  return (
    <Panel id="ht-meanwhile" title={words.meanwhile} view={view}>
      <p className="ht-quiet">
        {rows.length === 0 ? words.noneMeanwhile : words.meanwhileMeaning} {words.otherIds}
      </p>
      {rows.length > 0 && <ConversationsTable rows={rows} caption={words.meanwhile} view={view} />}
    </Panel>
  )
}
