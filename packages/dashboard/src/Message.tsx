import type { ReactElement, ReactNode } from 'react'
import type { DashboardLocale } from './locale.js'
import { Brand } from './parts/Brand.js'
import { Coded } from './parts/Coded.js'
import { Frame } from './parts/Frame.js'
import { Shell } from './parts/Shell.js'
import { seen } from './parts/seen.js'
import { type PageView, viewOf, wordsOf } from './view.js'

export interface MessageProps {
  readonly locale: DashboardLocale
  readonly kind: 'empty' | 'closed' | 'other_site' | 'failed' | 'not_found'
  /** What the server said, shown as it is. */
  readonly text?: string
  /** With it, the way to the pages is shown. */
  readonly view?: PageView
}

/** A page without a report: why there is none, and what to do next. */
export function Message({ locale, kind, text, view }: MessageProps): ReactElement {
  const words = wordsOf(locale)
  const state = words.message[kind]
  return (
    <Around locale={locale} view={view}>
      <div className="ht-card ht-message" data-kind={kind}>
        <h1>{state.title}</h1>
        <p>{state.text}</p>
        <ul>
          {state.next.map((step) => (
            <li key={step}>
              <Coded text={step} />
            </li>
          ))}
        </ul>
        {text && (
          <figure>
            <figcaption>{words.message.detail}</figcaption>
            <pre>{text}</pre>
          </figure>
        )}
        {view && kind === 'other_site' && view.sites.length > 0 && (
          <ul className="ht-sites">
            {view.sites.map((site) => (
              <li key={site}>
                <a href={view.hrefs.ofSite(site)}>
                  <bdi>{seen(site)}</bdi>
                </a>
              </li>
            ))}
          </ul>
        )}
        {view && kind !== 'other_site' && (
          <a className="ht-button" href={view.hrefs.to('overview', view.address)}>
            {words.frame.backToOverview}
          </a>
        )}
      </div>
    </Around>
  )
}

function Around({
  locale,
  view,
  children,
}: {
  locale: DashboardLocale
  view: PageView | undefined
  children: ReactNode
}): ReactElement {
  if (view) return <Shell view={viewOf(view)}>{children}</Shell>
  return (
    <Frame locale={locale}>
      <main className="ht-page">
        <Brand />
        {children}
      </main>
    </Frame>
  )
}
