const PORT = { http: '8123', https: '8443' } as const
const TLS_PORTS: ReadonlySet<string> = new Set(['8443', '443'])
const ADDRESS = /^(?<host>[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::(?<port>\d{1,5}))?$/i

/**
 * `a1:8123,a2:8123;b1:8123,b2:8123`: replicas between commas, shards between semicolons. Where `tls` is not said, the
 * ports of HTTPS and the hosts of ClickHouse Cloud have it. Null when one is no address.
 */
export function shardsIn(text: string, tls: boolean | null): string[][] | null {
  const shards = text.split(';').map((shard) => shard.split(',').map((address) => addressIn(address.trim(), tls)))
  return shards.flat().includes(null) ? null : (shards as string[][])
}

function addressIn(text: string, tls: boolean | null): string | null {
  const { host, port } = ADDRESS.exec(text)?.groups ?? {}
  if (host === undefined || Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535) return null
  const isTls = tls ?? (port === undefined ? /\.clickhouse\.cloud$/i.test(host) : TLS_PORTS.has(port))
  const scheme = isTls ? 'https' : 'http'
  const address = `${scheme}://${host.toLowerCase()}:${port === undefined ? PORT[scheme] : Number(port)}`
  return URL.canParse(address) ? address : null
}
