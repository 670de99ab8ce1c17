import type { ChannelsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { FILTERS } from './address.js'
import { ChannelFigures } from './channels/ChannelFigures.js'
import { ChannelSessions } from './channels/ChannelSessions.js'
import { ChannelsTable } from './channels/ChannelsTable.js'
import { NoConversations } from './channels/NoConversations.js'
import { PageHeader } from './parts/PageHeader.js'
import { Shell } from './parts/Shell.js'
import { type PageView, viewOf } from './view.js'

export interface ChannelsProps {
  readonly page: PageView
  readonly report: ChannelsReport
  /** The same over the period before; null when nothing is compared. */
  readonly before: ChannelsReport | null
}

/** Help and conversations side by side: how many sessions on each channel, and how they ended. */
export function Channels({ page, report, before }: ChannelsProps): ReactElement {
  const view = viewOf(page)
  const words = view.words.on.channels
  const isFiltered = FILTERS.some((filter) => page.address[filter])
  return (
    <Shell view={view}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        isSynthetic={report.synthetic}
        isImported={report.imported}
        view={view}
      />
      {isFiltered && <p className="ht-behind">{words.notFiltered}</p>}
      <ChannelFigures report={report} before={before} view={view} />
      {report.totals.conversations === 0 && <NoConversations report={report} view={view} />}
      <ChannelSessions report={report} view={view} />
      <ChannelsTable report={report} view={view} />
    </Shell>
  )
}
