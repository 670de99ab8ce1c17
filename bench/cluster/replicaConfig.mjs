import { CLUSTER } from './topology.mjs'

/** One user without a password: the servers listen on loopback alone. */
export const USERS = xml({
  profiles: { default: { max_memory_usage: 2_000_000_000 } },
  users: {
    default: { password: '', networks: { ip: '127.0.0.1' }, profile: 'default', quota: 'default' },
  },
  quotas: { default: '' },
})

export function configOf({ shards, keeper }, node, own) {
  return xml({
    logger: { level: 'information', log: `${own}/server.log`, errorlog: `${own}/errors.log` },
    http_port: node.http,
    tcp_port: node.tcp,
    interserver_http_port: node.interserver,
    interserver_http_host: '127.0.0.1',
    listen_host: '127.0.0.1',
    path: `${own}/data/`,
    tmp_path: `${own}/tmp/`,
    user_files_path: `${own}/files/`,
    format_schema_path: `${own}/schemas/`,
    users_config: `${own}/users.xml`,
    default_profile: 'default',
    default_database: 'default',
    timezone: 'UTC',
    mark_cache_size: 67_108_864,
    uncompressed_cache_size: 0,
    // A table of a few small parts is all of what it is doubtful about after a kill: by default a server does not start then.
    merge_tree: { replicated_max_ratio_of_wrong_parts: 1 },
    remote_servers: {
      [CLUSTER]: {
        shard: shards.map((replicas) => ({
          internal_replication: true,
          replica: replicas.map(({ tcp }) => ({ host: '127.0.0.1', port: tcp })),
        })),
      },
    },
    zookeeper: { node: { host: '127.0.0.1', port: keeper }, session_timeout_ms: 6_000 },
    macros: { cluster: CLUSTER, shard: node.shard + 1, replica: node.name },
    distributed_ddl: { path: '/clickhouse/ddl' },
  })
}

function xml(settings) {
  return `<?xml version="1.0"?>\n<yandex>${elementsOf(settings)}</yandex>\n`
}

/** A list repeats its name. */
function elementsOf(value) {
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .flatMap(([name, one]) => [one].flat().map((inner) => `<${name}>${elementsOf(inner)}</${name}>`))
    .join('')
}
