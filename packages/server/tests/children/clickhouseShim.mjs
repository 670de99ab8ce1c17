// clickhouseShim.mjs <folder>: chDB, ClickHouse's engine in a process, behind so much of ClickHouse's HTTP as the official
// client needs. One statement at a time. No users, no TLS, no replicas, no inserts that are put off: of these it proves nothing.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import Busboy from '@fastify/busboy'

const { Session } = createRequire(fileURLToPath(new URL('../../chdb/package.json', import.meta.url)))('chdb')
const session = new Session(process.argv[2])

/** What HTTP has beside settings. */
const NO_SETTINGS = new Set([
  'query',
  'query_id',
  'database',
  'session_id',
  'role',
  'wait_end_of_query',
  'default_format',
])

/** Faults to come, in order: { on: 'insert' | 'query' | 'any', times, delayMs, status, code, type, message, close: 'before' | 'after' }. */
let faults = []
let asked = []

const server = createServer(async (request, response) => {
  const { searchParams, pathname } = new URL(request.url, 'http://shim')
  if (pathname === '/ping') return response.end('Ok.\n')
  const body = await bodyOf(request)
  if (body === null) return request.socket.destroy()
  const fields = await fieldsOf(request, body)
  const inUrl = searchParams.get('query')
  const sql = inUrl ?? fields?.query ?? body.toString()
  const given = { ...Object.fromEntries(searchParams), ...fields }
  const kind = /^\s*insert/i.test(sql) ? 'insert' : 'query'
  asked.push({
    kind,
    sql,
    given,
    encoding: request.headers['content-encoding'] ?? null,
    body: inUrl === null ? '' : body.toString(),
  })

  const fault = nextFault(kind, sql)
  if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
  if (fault?.close === 'before') return request.socket.destroy()
  if (fault?.status) return refuse(response, fault)
  const { answer, error } = run(sql, inUrl === null ? '' : body.toString(), given)
  if (fault?.close === 'after') return request.socket.destroy()
  if (error) return refuse(response, error)
  response.setHeader('x-clickhouse-summary', '{}')
  response.end(answer)
})

/** null: it was cut off, or is not what it says it is. */
async function bodyOf(request) {
  try {
    const chunks = await request.toArray()
    const body = Buffer.concat(chunks)
    return request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
  } catch {
    return null
  }
}

/** Many or long parameters come as a form. */
function fieldsOf(request, body) {
  if (!request.headers['content-type']?.startsWith('multipart/form-data')) return null
  const form = new Busboy({ headers: request.headers, limits: { fieldSize: Number.POSITIVE_INFINITY } })
  const fields = {}
  return new Promise((resolve, reject) => {
    form.on('field', (name, value) => {
      fields[name] = value
    })
    form.on('finish', () => resolve(fields)).on('error', reject)
    form.end(body)
  })
}

function nextFault(kind, sql) {
  const fault = faults.find(
    ({ on, sql: like }) => (on === 'any' || on === kind) && (like === undefined || sql.includes(like)),
  )
  if (!fault) return null
  fault.times -= 1
  if (fault.times <= 0) faults = faults.filter((other) => other !== fault)
  return fault
}

function refuse(response, { status, code, message, type }) {
  response.writeHead(status, code === undefined ? {} : { 'x-clickhouse-exception-code': String(code) })
  response.end(code === undefined ? message : `Code: ${code}. DB::Exception: ${message} (${type}) (version 26.7.2.1)`)
}

/** Settings hold for the session, which all share: they are put back when the statement is done. */
function run(sql, data, { database = 'default', ...given }) {
  const params = Object.entries(given).filter(([name]) => name.startsWith('param_'))
  const settings = Object.entries(given).filter(([name]) => !name.startsWith('param_') && !NO_SETTINGS.has(name))
  const set = []
  try {
    for (const [, name] of sql.matchAll(/\{(\w+)\s*:\s*[^{}]+\}/g))
      if (given[`param_${name}`] === undefined)
        throw new Error(`Code: 456. DB::Exception: Substitution \`${name}\` is not set. (UNKNOWN_QUERY_PARAMETER)`)
    for (const [name, value] of settings) {
      session.query(`set ${nameOf(name)} = ${/^-?\d+(?:\.\d+)?$/.test(value) ? value : quoted(value)}`)
      set.push(name)
    }
    for (const [name, value] of params) session.query(`set ${nameOf(name)} = ${quoted(value)}`)
    session.query(`use ${nameOf(database)}`)
    const format = /\sformat\s+(\w+)\s*$/i.exec(sql)
    if (data !== '' || format === null) return { answer: session.query(data === '' ? sql : `${sql}\n${data}`) }
    return { answer: session.query(sql.slice(0, format.index), format[1]) }
  } catch (error) {
    return { error: errorOf(String(error.message)) }
  } finally {
    for (const name of set) session.query(`set ${name} = default`)
  }
}

function errorOf(message) {
  const {
    code = '1000',
    words = message,
    type = 'UNKNOWN',
  } = /Code: (?<code>\d+)\. DB::Exception: (?<words>.*) \((?<type>[A-Z_0-9]+)\)/s.exec(message)?.groups ?? {}
  return { status: code === '60' || code === '81' ? 404 : 500, code: Number(code), message: words, type }
}

function nameOf(name) {
  if (!/^\w+$/.test(name)) throw new Error(`Code: 62. DB::Exception: Expected a name, got ${name} (SYNTAX_ERROR)`)
  return name
}

const quoted = (text) => `'${text.replace(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`

process.on('message', ({ id, fault, tell }) => {
  if (fault) faults.push({ on: 'any', times: 1, ...fault })
  process.send({ id, asked: tell ? asked : [] })
  if (tell) asked = []
})
process.on('disconnect', () => process.exit())
server.keepAliveTimeout = 60_000
server.listen(Number(process.argv[3] ?? 0), '127.0.0.1', () => process.send({ port: server.address().port }))
