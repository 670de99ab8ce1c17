import type { ReactElement } from 'react'
import type { DashboardLocale } from './locale.js'
import { Brand } from './parts/Brand.js'
import { Frame } from './parts/Frame.js'
import { wordsOf } from './view.js'

/** What is seen while the reports of a page are read. */
export function Loading({ locale }: { readonly locale: DashboardLocale }): ReactElement {
  return (
    <Frame locale={locale}>
      <div className="ht-page">
        <Brand />
        <p className="ht-quiet" role="status">
          {wordsOf(locale).message.loading}
        </p>
      </div>
    </Frame>
  )
}
