// hold.mjs <folder>: opens the store, says so, and stays.
import { openStore } from '@helptally/server'

await openStore(`duckdb:${process.argv[2]}`).query('select 1')
process.stdout.write('held\n')
setInterval(() => {}, 1_000)
