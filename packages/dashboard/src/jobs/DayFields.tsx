import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** The first and the last day, those of the page at first. */
export function DayFields({ view }: { view: View }): ReactElement {
  const { words, period, format, timeZone } = view
  return (
    <>
      <input type="hidden" name="tz" value={timeZone} />
      <label>
        {words.frame.firstDay}
        <input type="date" name="from" required defaultValue={format.isoDay(period.from)} />
      </label>
      <label>
        {words.frame.lastDay}
        <input type="date" name="last" required defaultValue={format.isoDay(Date.parse(period.to) - 1)} />
      </label>
    </>
  )
}
