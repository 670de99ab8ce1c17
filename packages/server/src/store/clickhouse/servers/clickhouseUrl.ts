import { resolve } from 'node:path'
import { isKeepDays, MIN_KEEP_DAYS } from '../../keepDays.js'
import { shownUrl } from '../../shownUrl.js'
import { shardsIn } from './addresses.js'
import { type Login, loginOf } from './login.js'

/** Files of certificates, in PEM. */
export interface TlsFiles {
  /** The authorities to trust, in the place of those that Node brings; null: those. */
  readonly ca: string | null
  /** A certificate of ours and its key, where the server asks for one. */
  readonly client: { readonly cert: string; readonly key: string } | null
}

/** A store's URL, read: `clickhouse://user:password@host:8123/database`, and what may follow it. */
export interface ClickhouseUrl {
  readonly engine: 'clickhouse'
  /** Where the log lies, in front of the servers. */
  readonly folder: string
  /** null: everything is kept. */
  readonly keepDays: number | null
  /** Of each shard its replicas, as `http://h1:8123` or `https://h1:8443`. */
  readonly shards: readonly (readonly string[])[]
  readonly database: string
  /** As `remote_servers` names it; null where none is named. */
  readonly cluster: string | null
  /** 'log': events are acknowledged when they are in the log; 'direct': when they are on the cluster. */
  readonly insert: 'log' | 'direct'
  readonly login: Login
  readonly tls: TlsFiles
  readonly requestTimeoutMs: number
  readonly connectTimeoutMs: number
}

const DEFAULT_FOLDER = './.helptally'
const DEFAULT_DATABASE = 'default'
const DEFAULT_TIMEOUT_SECONDS = '30'
const DEFAULT_CONNECT_SECONDS = '5'

const OPTIONS: readonly string[] = [
  'cluster',
  'folder',
  'keepDays',
  'insert',
  'tls',
  'token',
  'ca',
  'cert',
  'key',
  'timeoutSeconds',
  'connectSeconds',
]

const SCHEME = /^clickhouse(?<s>s?):(?:\/\/)?(?:(?<pasted>https?):\/\/)?/

export const isClickhouseUrl = (url: string): boolean => /^clickhouses?:/.test(url)

/** Servers and database, for people. It has no secret, and nobody's name. */
export function nameOf({ shards, database }: Pick<ClickhouseUrl, 'shards' | 'database'>): string {
  const isTls = shards.flat().every((address) => address.startsWith('https:'))
  const addresses = shards.map((replicas) => replicas.map((address) => address.replace(/^https?:\/\//, '')).join(','))
  return `clickhouse${isTls ? 's' : ''}://${addresses.join(';')}/${database}`
}

/** Throws when the URL says no such store. What it throws tells no secret. */
export function parseClickhouseUrl(url: string, env: NodeJS.ProcessEnv): ClickhouseUrl {
  const { s, pasted } = SCHEME.exec(url)!.groups!
  const [place, query] = cut(url.replace(SCHEME, ''), '?')
  const [authority, path] = cut(place, '/')
  const at = authority.lastIndexOf('@')
  if (at < 0 && query.includes('@')) throw unreadable(url)

  const given = new URLSearchParams(query)
  const tls = tlsOf(given.get('tls'), { isDeclared: s === 's' || pasted === 'https', isPlain: pasted === 'http' }, url)
  const shards = shardsIn(authority.slice(at + 1), tls)
  if (!shards) throw unreadable(url)

  const database = path.replace(/\/$/, '') || DEFAULT_DATABASE
  if (!/^[a-z_]\w*$/i.test(database)) throw expected('a database of letters, digits and _ after the host', url)
  checkNames(given, url)
  const option = (name: string): string | null => given.get(name)

  const cluster = option('cluster')
  if (cluster !== null && !/^[\w.-]+$/.test(cluster)) throw expected('?cluster=<name>, as remote_servers has it', url)
  if (cluster === null && shards.length > 1)
    throw expected('?cluster=<name> behind several shards, the one of remote_servers that has them', url)
  const insert = option('insert') ?? 'log'
  if (insert !== 'log' && insert !== 'direct') throw expected('?insert=direct, or nothing', url)
  const keepDays = option('keepDays')
  if (keepDays !== null && !isKeepDays(keepDays))
    throw expected(`?keepDays=<days>, at least ${MIN_KEEP_DAYS}, or nothing`, url)

  return {
    engine: 'clickhouse',
    folder: resolve(option('folder') || DEFAULT_FOLDER),
    keepDays: keepDays === null ? null : Number(keepDays),
    shards,
    database,
    cluster,
    insert,
    login: loginOf({ userInfo: authority.slice(0, Math.max(at, 0)), token: option('token') }, env, () =>
      unreadable(url),
    ),
    tls: tlsFilesOf(given, shards, url),
    requestTimeoutMs: secondsOf('timeoutSeconds', option('timeoutSeconds') ?? DEFAULT_TIMEOUT_SECONDS, url),
    connectTimeoutMs: secondsOf('connectSeconds', option('connectSeconds') ?? DEFAULT_CONNECT_SECONDS, url),
  }
}

/** null: nobody has said, see to the ports. */
function tlsOf(option: string | null, said: { isDeclared: boolean; isPlain: boolean }, url: string): boolean | null {
  if (option === null) return said.isDeclared ? true : said.isPlain ? false : null
  const isTls = option === '1'
  if (!/^[01]$/.test(option) || (isTls ? said.isPlain : said.isDeclared))
    throw expected('?tls=1 or ?tls=0, and the same before the host', url)
  return isTls
}

function checkNames(given: URLSearchParams, url: string): void {
  const names = [...given.keys()]
  const unknown = names.find((name) => !OPTIONS.includes(name))
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  const odd = unknown ?? twice
  if (odd === undefined) return
  const told = /^[a-z]{1,20}$/i.test(odd) && !url.slice(url.indexOf('?')).includes('@') ? `"${odd}"` : 'another'
  throw expected(`each of these options at most once: ${OPTIONS.join(', ')} (not ${told})`, url)
}

function tlsFilesOf(given: URLSearchParams, shards: readonly string[][], url: string): TlsFiles {
  const [ca, cert, key] = [given.get('ca'), given.get('cert'), given.get('key')]
  if ((cert === null) !== (key === null)) throw expected('?cert=<file> and &key=<file>, or neither', url)
  if ((ca ?? cert) !== null && !shards.flat().every((address) => address.startsWith('https:')))
    throw expected('clickhouses:// where certificates are named', url)
  return {
    ca: ca === null ? null : resolve(ca),
    client: cert === null || key === null ? null : { cert: resolve(cert), key: resolve(key) },
  }
}

function secondsOf(name: string, seconds: string, url: string): number {
  if (!/^\d{1,4}$/.test(seconds) || Number(seconds) === 0) throw expected(`?${name}=<whole seconds>, at least 1`, url)
  return Number(seconds) * 1000
}

const unreadable = (url: string): Error =>
  expected(
    'a store URL such as clickhouse://user@host:8123/database, replicas between commas, shards between semicolons ' +
      '(in a password, write @ as %40, / as %2F, ? as %3F, % as %25; or have it in HELPTALLY_STORE_PASSWORD)',
    url,
  )

const expected = (what: string, url: string): Error =>
  new Error(`[helptally] Expected ${what}, got "${shownUrl(url)}". Mend HELPTALLY_STORE, or the option \`store\`.`)

function cut(text: string, mark: string): [before: string, after: string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
