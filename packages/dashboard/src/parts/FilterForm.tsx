import { CHANNELS, DEVICES, ENTRIES } from '@helptally/core'
import type { ReactElement } from 'react'
import { FILTERS, type Filter } from '../address.js'
import { filterValue } from '../filterValue.js'
import type { View } from '../view.js'
import { KeptFields } from './KeptFields.js'

const CHOICES: Partial<Readonly<Record<Filter, readonly string[]>>> = {
  entry: ENTRIES,
  device: DEVICES,
  channel: Object.keys(CHANNELS),
}

/** Every filter in one form that sends itself by its address, without a script. */
export function FilterForm({ view }: { view: View }): ReactElement {
  const { words } = view
  return (
    <span className="ht-filter">
      <button type="button" className="ht-quiet-button" popoverTarget="ht-filter" data-key="/">
        {words.frame.filter}
      </button>
      <form popover="auto" id="ht-filter" className="ht-answer ht-form" method="get">
        <KeptFields view={view} but={FILTERS} />
        {FILTERS.map((filter) => (
          <label key={filter} htmlFor={`ht-filter-${filter}`}>
            {words.filter[filter]}
            <Field filter={filter} view={view} />
          </label>
        ))}
        <button type="submit" className="ht-button">
          {words.frame.show}
        </button>
      </form>
    </span>
  )
}

function Field({ filter, view }: { filter: Filter; view: View }): ReactElement {
  const value = view.address[filter] ?? ''
  const choices = CHOICES[filter]
  const id = `ht-filter-${filter}`
  if (!choices) return <input id={id} type="text" name={filter} defaultValue={value} maxLength={200} />
  return (
    <select id={id} name={filter} defaultValue={value}>
      <option value="">{view.words.frame.all}</option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {filterValue(filter, choice, view)}
        </option>
      ))}
    </select>
  )
}
