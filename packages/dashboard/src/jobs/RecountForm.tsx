import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { DayFields } from './DayFields.js'
import { JobForm } from './JobForm.js'

export function RecountForm({ view }: { view: View }): ReactElement {
  return (
    <JobForm kind="recount" className="ht-form ht-job-form" view={view}>
      <DayFields view={view} />
      <button type="submit" className="ht-button">
        {view.words.on.jobs.start.recount}
      </button>
    </JobForm>
  )
}
