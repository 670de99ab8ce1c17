import type { SessionsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Brand } from '../parts/Brand.js'
import { LocaleSwitch } from '../parts/LocaleSwitch.js'
import { SyntheticNote } from '../parts/SyntheticNote.js'
import { type PeriodView, RANGES } from '../period.js'
import type { View } from '../view.js'
import { isLastDayIncomplete } from './incomplete.js'

interface Props {
  readonly sessions: SessionsReport
  readonly previous: SessionsReport
  readonly period: PeriodView
  readonly isSynthetic: boolean
  readonly view: View
}

export function OverviewHeader({ sessions, previous, period, isSynthetic, view }: Props): ReactElement {
  const { words, format, hrefs, locale } = view
  return (
    <header className="ht-header">
      <div className="ht-bar">
        <Brand />
        <LocaleSwitch label={words.frame.language} current={locale} hrefs={hrefs} />
      </div>
      <div className="ht-title">
        <h1>{words.frame.sessionsOf(sessions.site)}</h1>
        <RangeChoice period={period} view={view} />
      </div>
      <p className="ht-when">
        <span className="ht-period">{format.period(sessions.from, sessions.to)}</span>
        <span>{words.frame.comparedWith(format.period(previous.from, previous.to))}</span>
        <span>{words.frame.timeZone(sessions.tz)}</span>
      </p>
      {isLastDayIncomplete(sessions, period.now) && <p className="ht-note">{words.frame.stillCounting}</p>}
      {isSynthetic && <SyntheticNote view={view} />}
    </header>
  )
}

function RangeChoice({ period, view: { words, hrefs } }: { period: PeriodView; view: View }): ReactElement {
  return (
    <nav className="ht-ranges" aria-label={words.frame.range}>
      {RANGES.map((days) => (
        <a key={days} href={hrefs.overview({ days })} aria-current={days === period.days ? 'true' : undefined}>
          {words.frame.days(days)}
        </a>
      ))}
    </nav>
  )
}
