import { DEVICES } from '@helptally/core'
import type { ReactElement } from 'react'
import { Tabs } from '../parts/Tabs.js'
import { hereWith, type View } from '../view.js'
import { NAVIGATIONS, navigationOf } from './navigationOf.js'

/** Which page views are rated: of one kind of navigation, and of one kind of device or of all. */
export function Choices({ view }: { view: View }): ReactElement {
  const words = view.words.on.performance
  const device = view.address.device ?? ''
  return (
    <div className="ht-choices">
      <Tabs
        label={words.navigation}
        tabs={NAVIGATIONS.map((kind) => [kind, words.kind[kind]] as const)}
        current={navigationOf(view.address)}
        view={view}
      />
      <nav className="ht-ranges" aria-label={view.words.filter.device}>
        {(['', ...DEVICES] as const).map((one) => (
          <a key={one} href={hereWith(view, { device: one })} aria-current={one === device ? 'true' : undefined}>
            {one === '' ? view.words.frame.all : view.words.device[one]}
          </a>
        ))}
      </nav>
    </div>
  )
}
