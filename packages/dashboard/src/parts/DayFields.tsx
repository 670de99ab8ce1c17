import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** The first and the last day, those of the page at first. `last`: the name of the field of the last one. */
export function DayFields({ view, last }: { view: View; readonly last: 'to' | 'last' }): ReactElement {
  const { words, period, format } = view
  return (
    <>
      <label>
        {words.frame.firstDay}
        <input type="date" name="from" required defaultValue={format.isoDay(period.from)} />
      </label>
      <label>
        {words.frame.lastDay}
        <input type="date" name={last} required defaultValue={format.isoDay(Date.parse(period.to) - 1)} />
      </label>
    </>
  )
}
