import { DuckDBInstance, listValue } from '@duckdb/node-api'
import { isbot } from 'isbot'

/** What a log holds by a statement that reads the raw lines itself, and shares no code with the import. */
export interface LogByOracle {
  readonly lines: number
  readonly views: number
  readonly byDay: readonly { readonly day: string; readonly five: number; readonly thirty: number }[]
}

const readSql = `
create table requests as
with raw as (
  select line
  from read_csv($files::varchar[], columns = {'line': 'varchar'}, delim = '\\x01', quote = '', escape = '',
    header = false, auto_detect = false, max_line_size = 1000000)
),
parts as (
  select regexp_extract(
    line,
    '^([^ ]+) [^ ]+ [^ ]+ \\[([^\\]]+)\\] "([A-Z]+) ([^ ]+) HTTP/1\\.[01]" ([0-9]{3}) [0-9-]+ "(?:[^"\\\\]|\\\\.)*" "((?:[^"\\\\]|\\\\.)*)"( "-")?$',
    ['address', 'time', 'method', 'target', 'status', 'agent']
  ) as p
  from raw
)
select
  p.address as address,
  p.agent as agent,
  p.method as method,
  p.status as status,
  regexp_replace(p.target, '[?#].*', '') as path,
  epoch_ms(try_strptime(p.time, '%d/%b/%Y:%H:%M:%S %z')::timestamptz) as "at"
from parts`

const viewsSql = `
create table views as
select r.address, r.agent, r."at"
from requests r
where r.method = 'GET'
  and (r.status between '200' and '299' or r.status = '304')
  and r.path like '/_%'
  and not regexp_matches(lower(r.path), '\\.(css|js|png|jpg|jpeg|gif|ico|svg|txt|xml|json|pdf|zip|woff|woff2|ttf|mp3|mp4|map)$')
  and not starts_with(r.path, '/favicon') and not starts_with(r.path, '/apple-touch-icon')
  and not list_contains($robots::varchar[], r.agent)`

const byDaySql = `
with gaps as (
  select v."at", v."at" - lag(v."at") over (partition by v.address, v.agent order by v."at") as gap
  from views v
)
select
  strftime(make_timestamp(g."at" * 1000), '%Y-%m-%d') as day,
  count(*) filter (where g.gap is null or g.gap >= 5 * 60 * 1000) as five,
  count(*) filter (where g.gap is null or g.gap >= 30 * 60 * 1000) as thirty
from gaps g
group by day
having five > 0
order by day`

export async function logByOracle(files: readonly string[]): Promise<LogByOracle> {
  const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false' })
  const connection = await instance.connect()
  const ask = async (sql: string, values: Record<string, ReturnType<typeof listValue>> = {}) =>
    (await connection.runAndReadAll(sql, values)).getRowObjectsJson() as Record<string, string>[]
  await ask(readSql, { files: listValue([...files]) })
  const agents = await ask('select distinct agent from requests')
  const robots = agents.map(({ agent }) => agent!).filter((agent) => isbot(agent))
  await ask(viewsSql, { robots: listValue(robots) })
  const [lines] = await ask('select count(*) as n from requests')
  const [views] = await ask('select count(*) as n from views')
  const days = await ask(byDaySql)
  connection.closeSync()
  instance.closeSync()
  return {
    lines: Number(lines!.n),
    views: Number(views!.n),
    byDay: days.map(({ day, five, thirty }) => ({ day: day!, five: Number(five), thirty: Number(thirty) })),
  }
}
