// closing.mjs <folder>: closes a store while it is asked, again and again, some ms later each time. Writes what became of
// each question, as JSON.
import { setTimeout as pause } from 'node:timers/promises'
import { openStore } from '@helptally/server'

const ROUNDS = 40
const answers = []
for (let round = 0; round < ROUNDS; round++) {
  const store = openStore(`duckdb:${process.argv[2]}`)
  await store.query('select 1')
  const asked = Array.from({ length: 3 }, () =>
    store.query('select 1').then(
      () => 'answered',
      ({ message }) => message,
    ),
  )
  await pause(round % 6)
  await store.close()
  answers.push(...(await Promise.all(asked)))
}
process.stdout.write(JSON.stringify(answers))
