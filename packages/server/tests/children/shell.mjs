// shell.mjs <folder>: has the database file open, as a database shell would.
import { DuckDBInstance } from '@duckdb/node-api'

await DuckDBInstance.create(`${process.argv[2]}/helptally.duckdb`)
process.stdout.write('held\n')
setInterval(() => {}, 1_000)
