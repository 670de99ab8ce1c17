import { globSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { childOf } from './child.mjs'
import { configOf, USERS } from './replicaConfig.mjs'

/** Debian's. Root alone has the folder in its path. */
const SERVER = '/usr/sbin/clickhouse-server'

/** A ClickHouse server. */
export function replicaOf(topology, node, folder) {
  const own = join(folder, node.name)
  for (const part of ['data', 'tmp', 'files', 'schemas']) mkdirSync(join(own, part), { recursive: true })
  writeFileSync(join(own, 'users.xml'), USERS)
  writeFileSync(join(own, 'config.xml'), configOf(topology, node, own))
  const args = [`--config-file=${join(own, 'config.xml')}`]
  const child = childOf({ command: SERVER, args, cwd: own, log: join(own, 'out.log') })
  const url = `http://127.0.0.1:${node.http}/`
  const answers = () => isUp(url)
  /** Version 18.16 sometimes starts without a table that it could not open. */
  const isWhole = async () => {
    const [{ tables }] = await ask(url, "select count() as tables from system.tables where database = 'default'")
    return tables === globSync(join(own, 'data/metadata/default/*.sql')).length
  }
  return { ...node, ...child, answers, isWhole, ask: (sql) => ask(url, sql) }
}

const isUp = (url) =>
  fetch(`${url}ping`, { signal: AbortSignal.timeout(1_000) }).then(
    (answer) => answer.ok,
    () => false,
  )

/** Rows as objects; none for what answers nothing. */
async function ask(url, sql) {
  const answer = await fetch(`${url}?default_format=JSONEachRow&output_format_json_quote_64bit_integers=0`, {
    method: 'POST',
    body: sql,
    signal: AbortSignal.timeout(120_000),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${text.trim()} in: ${sql}`)
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}
