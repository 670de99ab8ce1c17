// cluster.mjs <folder>: workers of node:cluster on one store, as pm2 and others run them. The one that owns it is
// killed; writes as JSON who answered the others before and after.
import cluster from 'node:cluster'
import { once } from 'node:events'
import { openStore } from '@helptally/server'

const ownerFor = async (worker) => {
  const answer = once(worker, 'message')
  worker.send('health')
  return (await answer)[0].owner
}

if (cluster.isPrimary) {
  const workers = Array.from({ length: 3 }, () => cluster.fork())
  await Promise.all(workers.map((worker) => once(worker, 'online')))
  const before = await Promise.all(workers.map(ownerFor))
  const left = workers.filter((worker) => worker.process.pid !== before[0])
  process.kill(before[0], 'SIGKILL')
  const after = await Promise.all(left.map(ownerFor))
  process.stdout.write(JSON.stringify({ before, after, left: left.map((worker) => worker.process.pid) }))
  for (const worker of left) worker.process.kill('SIGKILL')
} else {
  const store = openStore(`duckdb:${process.argv[2]}`)
  process.on('message', async () => process.send(await store.health()))
}
