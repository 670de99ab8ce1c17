import type { ReactElement } from 'react'
import { DayFields } from '../parts/DayFields.js'
import type { View } from '../view.js'
import { JobForm } from './JobForm.js'

const THINGS = ['events', 'sessions'] as const
const FORMATS = ['ndjson', 'csv', 'parquet'] as const

export function ExportForm({ view }: { view: View }): ReactElement {
  const words = view.words.on.jobs
  return (
    <JobForm kind="export" className="ht-form ht-job-form" view={view}>
      <input type="hidden" name="tz" value={view.timeZone} />
      <DayFields view={view} last="last" />
      <label>
        {words.thingsLabel}
        <select name="what">
          {THINGS.map((what) => (
            <option key={what} value={what}>
              {words.things[what]}
            </option>
          ))}
        </select>
      </label>
      <label className="ht-job-format">
        {words.format}
        <select name="format">
          {FORMATS.map((format) => (
            <option key={format} value={format}>
              {words.formatOf[format]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="ht-button">
        {words.start.export}
      </button>
    </JobForm>
  )
}
