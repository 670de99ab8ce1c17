import type { ReactElement } from 'react'
import { hereWith, type View } from '../view.js'

interface Props<Tab extends string> {
  /** What they choose, for those who hear the page. */
  readonly label: string
  /** Each with its name, the standard one first. */
  readonly tabs: readonly (readonly [tab: Tab, name: string])[]
  readonly current: Tab
  readonly view: View
}

/** Several views of one thing, each with an address of its own. An order chosen in one is not carried to another. */
export function Tabs<Tab extends string>({ label, tabs, current, view }: Props<Tab>): ReactElement {
  return (
    <nav className="ht-ranges ht-tabs" aria-label={label}>
      {tabs.map(([tab, name], i) => (
        <a
          key={tab}
          href={hereWith(view, { tab: i === 0 ? '' : tab, sort: '' })}
          aria-current={tab === current ? 'true' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  )
}
