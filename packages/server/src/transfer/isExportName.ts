/** Whether a file is taken for an export when nobody says what it is. */
export const isExportName = (file: string): boolean => /\.ndjson(\.gz)?$/i.test(file)
