// site.mjs <port> <store>: the collector over a store, and below `counted` the sessions that it has counted, in SQL so plain
// that servers without window functions understand it.
import { createServer } from 'node:http'
import { answerHttp, createCollector, openStore } from '@helptally/server'

const [, , port, url] = process.argv
const log = (line) => console.log(`${new Date().toISOString()} ${line}`)
const store = openStore(url, { log })
const collector = createCollector({ store, site: 'docs', authorize: () => true, log })

const COUNTED = `
select count(*) as sessions, sum(s.events) as events
from sessions s final
where s.gone = 0`

async function answer(request) {
  const [first, ...path] = new URL(request.url).pathname.split('/').slice(1)
  if (first !== 'counted') return collector.handle(request, [first, ...path])
  const counted = await store.query(COUNTED).catch((error) => {
    log(error.message)
    return null
  })
  return counted ? Response.json(counted[0]) : new Response(null, { status: 503 })
}

createServer((incoming, outgoing) =>
  answerHttp(incoming, outgoing, answer).catch((error) => log(`an answer could not be sent: ${error}`)),
).listen(Number(port), '127.0.0.1')

process.once('SIGTERM', async () => {
  await store.close()
  process.exit()
})
