import type { ReactElement } from 'react'
import { PageHeader } from './parts/PageHeader.js'
import { Shell } from './parts/Shell.js'
import { Options } from './settings/Options.js'
import { Rules } from './settings/Rules.js'
import { ThisSite } from './settings/ThisSite.js'
import { type PageView, viewOf } from './view.js'

export interface SettingsProps {
  readonly page: PageView
  /** So many tabs must have made a query for it to be shown. */
  readonly leastTabs: number
}

/** The rules in force, and where in the code everything else is set. To be read, not to be changed. */
export function Settings({ page, leastTabs }: SettingsProps): ReactElement {
  const view = viewOf(page)
  const words = view.words.on.settings
  return (
    <Shell view={view}>
      <PageHeader title={words.title} lead={words.lead} isSynthetic={false} of="now" view={view} />
      <p className="ht-behind">{words.readOnly}</p>
      <ThisSite leastTabs={leastTabs} view={view} />
      <Rules view={view} />
      <Options view={view} />
    </Shell>
  )
}
