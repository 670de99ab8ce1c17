import type { ReactElement } from 'react'
import { RANGES } from '../period.js'
import { hereWith, type View } from '../view.js'
import { DayFields } from './DayFields.js'
import { KeptFields } from './KeptFields.js'

/** The usual ranges by one click; any other by two dates. */
export function RangeChoice({ view }: { view: View }): ReactElement {
  const { words, period } = view
  return (
    <div className="ht-range">
      <nav className="ht-ranges" aria-label={words.frame.range}>
        {RANGES.map((days) => (
          <a
            key={days}
            href={hereWith(view, { days: String(days), from: '', to: '' })}
            aria-current={days === period.days ? 'true' : undefined}
          >
            {words.frame.days(days)}
          </a>
        ))}
        <button type="button" popoverTarget="ht-dates" aria-current={period.days === null ? 'true' : undefined}>
          {words.frame.otherDates}
        </button>
      </nav>
      <form popover="auto" id="ht-dates" className="ht-answer ht-form" method="get">
        <KeptFields view={view} but={['days', 'from', 'to']} />
        <DayFields view={view} last="to" />
        <button type="submit" className="ht-button">
          {words.frame.show}
        </button>
      </form>
    </div>
  )
}
