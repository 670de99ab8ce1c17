import type { ExportJob } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { sizeText } from './sizeText.js'

/** How much was written, and the way to the file while it lies there. */
export function ExportCame({ job, view }: { job: ExportJob; view: View }): ReactElement | null {
  const words = view.words.on.jobs
  const { result, asked, file_until, nr } = job
  if (!result) return null
  return (
    <>
      <p>{words.exported[asked.what](view.format.count(result.rows), sizeText(result.bytes, view))}</p>
      {file_until === null ? (
        <p>{words.fileGone}</p>
      ) : (
        <p className="ht-job-acts">
          <a className="ht-button" href={view.hrefs.exportFile(nr)} download={result.name}>
            {words.download(result.name)}
          </a>
          <span className="ht-quiet">{words.keptUntil(view.format.dayAndTime(file_until))}</span>
        </p>
      )}
    </>
  )
}
