/** 0 where there are no tables of ours. */
export const versionSql = (database: string): string => `
select count(*) as version
from system.tables t
where t.database = '${database}' and t.name = 'cluster_version'`

export const madeBySql = `
select max(v.version) as version
from cluster_version v`

export const databaseSql = (database: string): string => `
select count(*) as databases
from system.databases d
where d.name = '${database}'`

export const clockSql = `
select toInt64(toUnixTimestamp(now())) as seconds`

export const tablesSql = (database: string): string => `
select t.name as name, t.engine as engine, t.create_table_query as made
from system.tables t
where t.database = '${database}'`

/** What the replicas of a server's tables say of themselves, together. */
export const replicasSql = (database: string): string => `
select
  count(*) as tables,
  sum(toInt64(r.is_readonly)) as readonly,
  sum(toInt64(r.is_session_expired)) as expired,
  max(toInt64(r.absolute_delay)) as delay_s,
  sum(toInt64(r.queue_size)) as queued,
  max(toInt64(r.total_replicas)) as replicas,
  min(toInt64(r.active_replicas)) as active
from system.replicas r
where r.database = '${database}'`

export const partsSql = (database: string): string => `
select p.table as name, p.partition as partition, count(*) as parts
from system.parts p
where p.database = '${database}' and p.active
group by p.table, p.partition
order by parts desc
limit 1`

/** From which number of parts on a server slows inserts down. */
export const delaySql = `
select toInt64(s.value) as parts
from system.merge_tree_settings s
where s.name = 'parts_to_delay_insert'`

export const disksSql = `
select d.name as name, toInt64(d.free_space) as free, toInt64(d.total_space) as total
from system.disks d
where d.total_space < 9000000000000000000`

export const keeperSql = `
select count(*) as nodes
from system.zookeeper z
where z.path = '/'`

export const grantSql = (right: string, database: string): string => `check grant ${right} on ${database}.*`

interface Named {
  readonly shards: number
  readonly clusterName: string | null
}

/** Of one shard, whose own tables have another name where they are put together with those of others. */
export function pendingSql({ shards, clusterName }: Named): string {
  const [touched, derived] =
    shards > 1 && clusterName !== null ? ['touched_local', 'derived_local'] : ['touched', 'derived']
  return `
select count(distinct t.block) as blocks, toInt64(min(toUnixTimestamp(t.told_at))) as since
from ${touched} t
where t.block not in (select d.block from ${derived} d)`
}
