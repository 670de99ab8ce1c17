// store.mjs <folder>: a process with a store, which does what its parent says.
import { openStore } from '@helptally/server'

const store = openStore(`duckdb:${process.argv[2]}`, { log: () => undefined })

process.on('message', async ({ id, call, args }) => {
  try {
    process.send({ id, value: await store[call](...args) })
  } catch (error) {
    process.send({ id, failed: error.message })
  }
})
process.on('disconnect', () => process.exit())
