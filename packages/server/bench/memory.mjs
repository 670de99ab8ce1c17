// memory.mjs [--minutes 10]: what an idle store weighs over Node, and whether it grows under load.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load, machine, option, startServer } from './children.mjs'

const MB = 1e6
const minutes = Number(option('minutes', 10))
const folder = await mkdtemp(join(option('folder', tmpdir()), 'helptally-bench-'))
console.log(await machine())
const bare = await startServer('bare', join(folder, 'bare'))
const store = await startServer('queryable', join(folder, 'store'))
const gentle = { connections: 1, batch: 1, ms: 1_000 }
for (const server of [bare, store]) await load(server, gentle)
// Three drains of nothing.
await new Promise((ok) => setTimeout(ok, 6_000))
const [without, idle] = [(await bare.usage()).rss, (await store.usage()).rss]
console.log(`idle: ${mb(idle)} MB with the store open, ${mb(without)} MB without: ${mb(idle - without)} MB`)

const endsAt = Date.now() + minutes * 60_000
const seen = []
while (Date.now() < endsAt) {
  const { perSecond } = await load(store, { connections: 4, batch: 20, ms: 5_000 })
  const { rss } = await store.usage()
  seen.push(rss)
  const left = Math.round((endsAt - Date.now()) / 1_000)
  if (seen.length % 6 === 0)
    console.log(`${mb(rss)} MB after ${seen.length * 5} s at ${Math.round(perSecond)} events/s, ${left} s to go`)
}
const [firstHalf, secondHalf] = [seen.slice(seen.length >> 2, seen.length >> 1), seen.slice((seen.length * 3) >> 2)]
console.log(
  `second quarter at most ${mb(Math.max(...firstHalf))} MB, last quarter at most ${mb(Math.max(...secondHalf))} MB`,
)
console.log(await machine())
for (const server of [bare, store]) await server.end()
await rm(folder, { recursive: true })

function mb(bytes) {
  return (bytes / MB).toFixed(0)
}
