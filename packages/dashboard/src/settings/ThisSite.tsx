import { RULE_VERSION } from '@helptally/core'
import type { ReactElement, ReactNode } from 'react'
import { Panel } from '../parts/Panel.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'

export function ThisSite({ leastTabs, view }: { leastTabs: number; view: View }): ReactElement {
  const { count } = view.format
  const words = view.words.on.settings
  return (
    <Panel id="ht-this-site" title={words.here} view={view}>
      <dl className="ht-facts">
        <Fact name={words.site}>
          <bdi>{seen(view.site)}</bdi>
        </Fact>
        <Fact name={words.timeZone} note={words.timeZoneNote}>
          {view.timeZone}
        </Fact>
        <Fact name={words.leastTabs} note={words.leastTabsNote}>
          {words.leastTabsOf(leastTabs, count(leastTabs))}
        </Fact>
        <Fact name={words.ruleVersion} note={words.ruleVersionNote}>
          {count(RULE_VERSION)}
        </Fact>
      </dl>
    </Panel>
  )
}

function Fact({ name, note, children }: { name: string; note?: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {note && <small>{note}</small>}
      </dd>
    </div>
  )
}
