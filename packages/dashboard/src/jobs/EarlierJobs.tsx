import type { Job, JobKind } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'
import { resultText } from './resultText.js'
import { What } from './What.js'

const MOST_SHOWN = 10

/** Those before the latest, a line each. */
export function EarlierJobs({ kind, jobs, view }: { kind: JobKind; jobs: readonly Job[]; view: View }): ReactElement {
  const words = view.words.on.jobs
  return (
    <details className="ht-job">
      <summary>{words.earlier[kind]}</summary>
      <ScrollTable caption={words.earlier[kind]} className="ht-job-earlier">
        <thead>
          <tr>
            <th scope="col">{words.begun}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.stateHead}</th>
            <th scope="col">{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {jobs.slice(0, MOST_SHOWN).map((job) => (
            <tr key={job.nr}>
              <th scope="row" className="ht-wrap">
                {view.format.dayAndTime(job.started_at)}
                {job.by && (
                  <>
                    , <bdi>{job.by}</bdi>
                  </>
                )}
              </th>
              <td className="ht-wrap">
                <What job={job} view={view} />
              </td>
              <td>
                <span className={`ht-job-state ht-job-${job.state}`}>{words.state[kind][job.state]}</span>
              </td>
              <td className="ht-wrap">
                <Result job={job} view={view} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </details>
  )
}

function Result({ job, view }: { job: Job; view: View }): ReactElement {
  const text = resultText(job, view)
  if (job.kind !== 'export' || job.file_until === null || !job.result) return <>{text}</>
  return (
    <a href={view.hrefs.exportFile(job.nr)} download={job.result.name}>
      {text}
    </a>
  )
}
