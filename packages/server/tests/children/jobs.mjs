// jobs.mjs <folder> [<words>]: a process with a collector, which answers what its parent asks. Its jobs get no answer to
// questions with these words, and it says when one asks so.
import { createCollector, openStore } from '@helptally/server'

const [, , folder, words] = process.argv
const opened = openStore(`duckdb:${folder}`, { log: () => undefined })
const held = () => {
  process.send({ held: true })
  return new Promise(() => undefined)
}
const query = (sql, params) => (words && String(sql).includes(words) ? held() : opened.query(sql, params))
const collector = createCollector({ store: { ...opened, query } })

process.on('message', async ({ id, method, path, body, type = 'application/json' }) => {
  const said = body !== undefined && { body, headers: { 'content-type': type } }
  const request = new Request(`http://localhost/api/help/${path}`, { method, ...said })
  const response = await collector.handle(request, path.split('?')[0].split('/'))
  process.send({ id, status: response.status, body: await response.json() })
})
process.on('disconnect', () => process.exit())
// As a host that lets what has begun end, and then ends itself.
process.on('SIGTERM', () => process.send({ terminated: true }))
