import type { Store } from '../store/store.js'
import type { Exportable, ExportQuery } from './exportable.js'
import { type ExportOptions, exportRows } from './exportRows.js'
import { toParquet } from './toParquet.js'
import { createWholeFile } from './wholeFile.js'

export const FILE_FORMATS = ['ndjson', 'csv', 'parquet'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

export const isFileFormat = (text: string): text is FileFormat => (FILE_FORMATS as readonly string[]).includes(text)

export interface ExportedFile {
  readonly rows: number
  readonly bytes: number
}

export interface ExportFileOptions extends Omit<ExportOptions, 'format' | 'write'> {
  readonly path: string
  readonly format: FileFormat
}

/** Writes all that a query asks for into a file, which takes its name when it is whole. Leaves no half one behind. */
export async function exportFile<Row>(
  store: Pick<Store, 'query'>,
  exportable: Exportable<Row>,
  query: ExportQuery,
  { path, format, ...options }: ExportFileOptions,
): Promise<ExportedFile> {
  const file = await createWholeFile(path)
  try {
    if (format !== 'parquet') {
      const rows = await exportRows(store, exportable, query, { ...options, format, write: file.write })
      return { rows, bytes: await file.keep() }
    }
    const lines = await createWholeFile(`${path}.rows`)
    try {
      const rows = await exportRows(store, exportable, query, { ...options, format: 'rows', write: lines.write })
      await toParquet(lines.part, file.part, exportable.columns, options.signal)
      return { rows, bytes: await file.keep() }
    } finally {
      await lines.drop()
    }
  } finally {
    await file.drop()
  }
}
