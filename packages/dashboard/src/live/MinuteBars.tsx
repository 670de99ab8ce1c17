import type { ReactElement } from 'react'
import { percent } from '../overview/bars.js'
import type { View } from '../view.js'
import { eventsOf } from './eventsOf.js'
import { ABOVE_BARS, BARS_HEIGHT, BELOW_BARS, type Minute } from './layMinutes.js'

const GROUND = ABOVE_BARS + BARS_HEIGHT

/** A bar a minute, its number above it. */
export function MinuteBars({ minutes, view }: { minutes: readonly Minute[]; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.live
  const events = format.count(eventsOf(minutes.map((minute) => minute.events)))
  return (
    <svg
      className="ht-minutes"
      role="img"
      aria-labelledby="ht-minutes-name ht-minutes-desc"
      width="100%"
      height={GROUND + BELOW_BARS}
    >
      <title id="ht-minutes-name">{words.minutes}</title>
      <desc id="ht-minutes-desc">{words.minutesDescription(events)}</desc>
      {minutes.map((minute) => {
        const middle = percent(minute.x + minute.width / 2)
        return (
          <g key={minute.end}>
            <rect
              className="ht-fill-article_click"
              x={percent(minute.x)}
              width={percent(minute.width)}
              y={GROUND - minute.height}
              height={minute.height}
            />
            <text className="ht-minute-count" x={middle} y={GROUND - minute.height - 6} textAnchor="middle">
              {format.count(minute.events)}
            </text>
            <text x={middle} y={GROUND + 18} textAnchor="middle">
              {format.clock(minute.end)}
            </text>
          </g>
        )
      })}
      <line x1="0" x2="100%" y1={GROUND} y2={GROUND} />
    </svg>
  )
}
