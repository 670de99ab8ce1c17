// server.mjs <folder>: ClickHouse's engine in a process of its own, behind as much of its HTTP as the client speaks: one
// database, no users, no TLS. Says its port, and when asked what it has used.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import Busboy from '@fastify/busboy'

const { Session } = createRequire(new URL('../../chdb/package.json', import.meta.url))('chdb')
const session = new Session(process.argv[2])
/** What the address says that is no setting. */
const NO_SETTINGS = new Set([
  ...['query', 'query_id', 'database', 'session_id', 'role', 'default_format', 'user', 'password'],
  ...['enable_http_compression', 'wait_end_of_query', 'client_protocol_version', 'compress', 'decompress'],
])

async function answer(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const body =
    request.headers['content-encoding'] === 'gzip' ? gunzipSync(Buffer.concat(chunks)) : Buffer.concat(chunks)
  const asked = new URL(request.url, 'http://localhost').searchParams
  const fields = await fieldsOf(request, body)
  for (const [name, value] of fields) asked.set(name, value)
  const settings = [...asked].filter(([key]) => !NO_SETTINGS.has(key) && !key.startsWith('param_'))
  const params = Object.fromEntries(
    [...asked].filter(([key]) => key.startsWith('param_')).map(([k, v]) => [k.slice(6), v]),
  )
  const sql = asked.get('query') ?? String(body)
  const [, statement, format = 'JSONCompact'] = /^([\s\S]*?)(?:\sformat\s+(\w+)\s*;?\s*)?$/i.exec(sql)
  const said = settings.map(([key, value]) => `${key} = ${/^-?\d+(\.\d+)?$/.test(value) ? value : `'${value}'`}`)
  // Settings stand in the statement: those of a session would hold for the next one, too.
  const own = said.length > 0 ? `\nsettings ${said.join(', ')}` : ''
  if (/^\s*insert/i.test(statement) && asked.has('query') && fields.length === 0) {
    await session.queryAsync(`${statement}${own} format ${format}\n${body}`)
    return ''
  }
  const full =
    /^\s*(select|with)/i.test(statement) && !/\bsettings\s[^)]*$/i.test(statement) ? statement + own : statement
  const result =
    Object.keys(params).length > 0
      ? session.queryBindAsync(full, params, { format })
      : session.queryAsync(full, { format })
  return (await result).bytes()
}

/** Many or long parameters come as a form. */
function fieldsOf({ headers }, body) {
  if (!headers['content-type']?.startsWith('multipart/form-data')) return []
  const fields = []
  const form = new Busboy({ headers, limits: { fieldSize: Number.POSITIVE_INFINITY } })
  return new Promise((resolve, reject) => {
    form.on('field', (name, value) => fields.push([name, value]))
    form.on('finish', () => resolve(fields)).on('error', reject)
    form.end(body)
  })
}

const server = createServer((request, response) =>
  answer(request).then(
    (bytes) => response.end(bytes),
    ({ message }) => {
      const code = /Code: (\d+)/.exec(message)?.[1] ?? '1000'
      response.writeHead(500, { 'x-clickhouse-exception-code': code }).end(message)
    },
  ),
)
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.send({ port: server.address().port })

process.on('message', () => process.send({ ...process.cpuUsage(), maxRss: process.resourceUsage().maxRSS * 1_024 }))
process.on('disconnect', () => {
  session.close()
  process.exit()
})
