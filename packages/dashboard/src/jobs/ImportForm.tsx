import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { JobForm } from './JobForm.js'
import { sizeText } from './sizeText.js'

/** What an import is offered. */
export interface Importing {
  readonly maxBytes: number
  /** Where the articles of this site live, such as `/:locale/articles/:slug`. */
  readonly articles: string
}

const FORMATS = ['export', 'combined'] as const

export function ImportForm({ maxBytes, articles, view }: Importing & { view: View }): ReactElement {
  const words = view.words.on.jobs
  const { ofImport } = words
  return (
    <JobForm kind="import" className="ht-form ht-job-form" encType="multipart/form-data" view={view}>
      <label className="ht-job-file">
        {ofImport.file}
        <input type="file" name="upload" required aria-describedby="ht-import-note" />
      </label>
      <label className="ht-job-format">
        {ofImport.fileIs}
        <select name="format">
          {FORMATS.map((format) => (
            <option key={format} value={format}>
              {ofImport.fileIsOf[format]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="ht-button">
        {words.start.import}
      </button>
      <details className="ht-job-logs">
        <summary>{ofImport.ofLogs}</summary>
        <div>
          <label>
            {ofImport.articles}
            <input type="text" name="articles" defaultValue={articles} maxLength={200} autoComplete="off" />
          </label>
          <label>
            {ofImport.language}
            <input type="text" name="locale" maxLength={35} placeholder={view.locale} autoComplete="off" />
          </label>
          <label>
            {ofImport.hosts}
            <input type="text" name="host" maxLength={400} placeholder="help.example.com" autoComplete="off" />
            <small>{ofImport.hostsNote}</small>
          </label>
        </div>
      </details>
      <p id="ht-import-note" className="ht-note">
        {ofImport.fileNote(sizeText(maxBytes, view))}
      </p>
    </JobForm>
  )
}
