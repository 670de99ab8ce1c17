import { join } from 'node:path'
import { exportables } from '../../transfer/exportables.js'
import { exportFile } from '../../transfer/exportFile.js'
import type { ExportAsked, ExportResult } from '../job.js'
import { FILE } from '../jobFolder.js'
import type { JobWork } from './jobRun.js'

/** Writes what is asked for into the job's file. */
export const exportWork: JobWork<ExportAsked, ExportResult> = async ({ asked, site, store, folder, now, ...run }) => {
  const { what, format, from, to } = asked
  const query = { site, from: Date.parse(from), to: Date.parse(to) }
  const written = await exportFile(store, exportables[what](now), query, {
    path: join(folder, FILE),
    format,
    onRows: (done, of) => run.tell({ done, of, unit: 'rows' }),
    signal: run.signal,
  })
  return { ...written, name: nameOf(site, asked) }
}

/** `docs-events-2026-11-01-2026-12-01.ndjson`, whatever characters the site's id has. */
function nameOf(site: string, { what, format, from, to }: ExportAsked): string {
  const plain = site.replace(/[^\w-]+/g, '-').slice(0, 40)
  return `${plain}-${what}-${from.slice(0, 10)}-${to.slice(0, 10)}.${format}`
}
