import type { ColumnType } from './exportable.js'

/** No row comes near it; DuckDB reads through buffers of this size. */
const MAX_ROW_BYTES = 1_048_576

/** A DuckDB of its own, in memory: whoever owns the store goes on meanwhile, and the file belongs to who asked for it. */
const SETTINGS = {
  threads: '1',
  memory_limit: '512MB',
  // It holds one group of rows at a time, and would leave a folder behind.
  temp_directory: '',
  autoinstall_known_extensions: 'false',
}

/** Makes a file of Parquet from lines of JSON. Rejects with the signal's reason. */
export async function toParquet(
  rows: string,
  to: string,
  columns: Readonly<Record<string, ColumnType>>,
  signal?: AbortSignal,
): Promise<void> {
  const duckdb = await import('@duckdb/node-api')
  const instance = await duckdb.DuckDBInstance.create(':memory:', SETTINGS)
  const connection = await instance.connect()
  const stop = () => connection.interrupt()
  signal?.addEventListener('abort', stop)
  try {
    signal?.throwIfAborted()
    await connection.run(copySql(rows, to, columns))
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
    connection.closeSync()
    instance.closeSync()
  }
}

/** A copy takes no parameter in place of a file. */
const copySql = (rows: string, to: string, columns: Readonly<Record<string, ColumnType>>): string => `
copy (
  from read_json(
    ${quoted(rows)},
    format = 'newline_delimited',
    maximum_object_size = ${MAX_ROW_BYTES},
    columns = {${Object.entries(columns).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`)}}
  )
) to ${quoted(to)} (format parquet, compression zstd)`

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
