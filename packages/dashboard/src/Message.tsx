import type { ReactElement } from 'react'
import type { Hrefs } from './hrefs.js'
import type { DashboardLocale } from './locale.js'
import { Brand } from './parts/Brand.js'
import { Coded } from './parts/Coded.js'
import { Frame } from './parts/Frame.js'
import { LocaleSwitch } from './parts/LocaleSwitch.js'
import { wordsOf } from './view.js'

export interface MessageProps {
  readonly locale: DashboardLocale
  readonly kind: 'empty' | 'closed' | 'failed' | 'not_found'
  /** What the server said, shown as it is. */
  readonly text?: string
  readonly hrefs?: Hrefs
}

/** A page without a report: why there is none, and what to do next. */
export function Message({ locale, kind, text, hrefs }: MessageProps): ReactElement {
  const words = wordsOf(locale)
  const state = words.message[kind]
  return (
    <Frame locale={locale}>
      <header className="ht-header">
        <div className="ht-bar">
          <Brand />
          {hrefs && <LocaleSwitch label={words.frame.language} current={locale} hrefs={hrefs} />}
        </div>
      </header>
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
        {hrefs && kind !== 'closed' && (
          <a className="ht-button" href={hrefs.overview({})}>
            {words.frame.backToOverview}
          </a>
        )}
      </div>
    </Frame>
  )
}
