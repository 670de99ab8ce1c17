import type { ReactElement } from 'react'
import { DayFields } from '../parts/DayFields.js'
import type { View } from '../view.js'
import { JobForm } from './JobForm.js'

export function RecountForm({ view }: { view: View }): ReactElement {
  return (
    <JobForm kind="recount" className="ht-form ht-job-form" view={view}>
      <input type="hidden" name="tz" value={view.timeZone} />
      <DayFields view={view} last="last" />
      <button type="submit" className="ht-button">
        {view.words.on.jobs.start.recount}
      </button>
    </JobForm>
  )
}
