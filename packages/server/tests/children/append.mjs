// append.mjs <folder> <rows>: appends rows and closes the store.
import { openStore } from '@helptally/server'

const store = openStore(`duckdb:${process.argv[2]}`)
await store.append(JSON.parse(process.argv[3]))
await store.close()
