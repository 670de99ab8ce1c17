import type { ReactElement, ReactNode } from 'react'
import type { View } from '../view.js'
import { Brand } from './Brand.js'
import { Frame } from './Frame.js'
import { LocaleSwitch } from './LocaleSwitch.js'
import { Navigation } from './Navigation.js'
import { ShortcutHelp } from './ShortcutHelp.js'
import { SiteChoice } from './SiteChoice.js'

/** What is around every page: the way to the others, the language, the keys. */
export function Shell({ view, children }: { view: View; children: ReactNode }): ReactElement {
  return (
    <Frame locale={view.locale}>
      <div className="ht-shell">
        <header className="ht-side">
          <Brand />
          <SiteChoice view={view} />
          <Navigation view={view} />
          <div className="ht-side-foot">
            <LocaleSwitch view={view} />
            <ShortcutHelp view={view} />
          </div>
        </header>
        <main className="ht-page">{children}</main>
      </div>
    </Frame>
  )
}
