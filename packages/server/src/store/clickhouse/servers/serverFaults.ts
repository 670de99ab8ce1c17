import { inLog, type Scene, type Told } from './faults.js'

/** What the server itself says, by its number. */
export function byServer(code: number, words: string, scene: Scene): Told {
  const { address, url } = scene
  const server = `ClickHouse at ${address}`
  const said = `code ${code}: ${words}`
  // Not every server looks how much room there is before it writes.
  if (/no space left on device/i.test(words)) return diskFull(scene, said)
  switch (code) {
    case 192: // UNKNOWN_USER
    case 193: // WRONG_PASSWORD
    case 194: // REQUIRED_PASSWORD
    case 516: // AUTHENTICATION_FAILED
      return { says: notLetIn(scene, code), hope: 'never' }
    case 81: // UNKNOWN_DATABASE
      return {
        says:
          `Expected the database ${url.database} in ${server}, found none of that name. Make it: ` +
          `create database ${url.database}${url.cluster === null ? '' : ` on cluster '${url.cluster}'`}; or mend the name ` +
          'behind the host in HELPTALLY_STORE.',
        hope: 'never',
      }
    case 243: // NOT_ENOUGH_SPACE
      return diskFull(scene, said)
    case 74: // CANNOT_READ_FROM_FILE_DESCRIPTOR
    case 75: // CANNOT_WRITE_TO_FILE_DESCRIPTOR
    case 76: // CANNOT_OPEN_FILE
      return {
        says:
          `Expected that ${server} reads and writes its disk, found that it cannot (${said}). See to the disk, and to the ` +
          `owner of its folder.${inLog(url)}`,
        spare: 'writing',
      }
    case 225: // NO_ZOOKEEPER
    case 242: // TABLE_IS_READ_ONLY
    case 999: // KEEPER_EXCEPTION
      return {
        says:
          `Expected tables of ${server} that take events, found them read only: it has lost its keeper (${said}). See that ` +
          `ClickHouse Keeper or ZooKeeper runs and is reached from there; then it goes on by itself.${inLog(url)}`,
        spare: 'writing',
      }
    case 252: // TOO_MANY_PARTS
      return {
        says:
          `Expected that ${server} merges what it takes in, found too many parts (${said}). It is tried again. Where this ` +
          `stays, see what keeps its merges: disk, memory, or other writers.${inLog(url)}`,
      }
    case 241: // MEMORY_LIMIT_EXCEEDED
      return {
        says:
          `Expected that ${server} has the memory for a statement, found its limit reached (${said}). Raise ` +
          'max_memory_usage or max_server_memory_usage, or ask for fewer days.',
      }
    case 16: // NO_SUCH_COLUMN_IN_TABLE
    case 47: // UNKNOWN_IDENTIFIER
    case 60: // UNKNOWN_TABLE
    case 117: // INCORRECT_DATA
      return otherTables(scene, code, said)
    case 497: // ACCESS_DENIED
      return {
        says:
          `Expected that the user ${url.login.user} of ${server} may do what the store does, found a grant missing ` +
          `(${said}). Grant it: grant select, insert, alter, create table, create view, drop table, truncate, optimize on ` +
          `${url.database}.* to ${url.login.user}.`,
        hope: 'never',
      }
    case 164: // READONLY
      return {
        says:
          `Expected a user of ${server} who may write and choose settings, found a read-only one (${said}). Take readonly ` +
          `from the profile of ${url.login.user}.`,
        hope: 'never',
      }
    case 115: // UNKNOWN_SETTING
      return {
        says: `Expected a ClickHouse of version 24.1 or later, found ${server} without a setting that makes its answers exact (${said}). Update it.`,
        hope: 'never',
      }
    case 201: // QUOTA_EXCEEDED
      return {
        says:
          `Expected room in the quota of the user ${url.login.user} of ${server}, found it used up (${said}). Wait for its ` +
          `next interval, or raise it.${inLog(url)}`,
        spare: 'all',
      }
    case 202: // TOO_MANY_SIMULTANEOUS_QUERIES
      return {
        says: `Expected that ${server} has room for a statement, found as many as it does at once (${said}). It is tried again.`,
      }
    case 159: // TIMEOUT_EXCEEDED
    case 160: // TOO_SLOW
      return {
        says:
          `Expected an answer of ${server} within the time that it allows, found none (${said}). Raise max_execution_time ` +
          'in its profile, or ask for fewer days.',
        hope: 'elsewhere',
      }
    case 32: // ATTEMPT_TO_READ_AFTER_EOF
    case 209: // SOCKET_TIMEOUT
    case 210: // NETWORK_ERROR
    case 279: // ALL_CONNECTION_TRIES_FAILED
      return {
        says:
          `Expected that ${server} reaches the other servers of its cluster, found one that does not answer it (${said}). ` +
          'See that all shards run, and that their names and ports in remote_servers are right.',
      }
    case 285: // TOO_FEW_LIVE_REPLICAS
    case 286: // UNSATISFIED_QUORUM_FOR_PREVIOUS_WRITE
    case 319: // UNKNOWN_STATUS_OF_INSERT
    case 236: // ABORTED
    case 394: // QUERY_WAS_CANCELLED
      return {
        says:
          `Expected that ${server} finishes what it was asked, found that it has stopped or waits for other replicas ` +
          `(${said}). See that they run; it is tried again.${inLog(url)}`,
        spare: 'writing',
      }
    default:
      return { says: `Expected that ${server} does a statement of ours, found it refused (${said}).`, hope: 'bug' }
  }
}

function diskFull({ address, url }: Scene, said: string): Told {
  return {
    says:
      `Expected room for events in ClickHouse at ${address}, found its disk full (${said}). Free space there, or let old ` +
      `events go with ?keepDays=.${inLog(url)}`,
    spare: 'writing',
  }
}

/** Fields, columns and tables that are not as this version makes them. Other words of these codes are mistakes of ours. */
function otherTables({ address, url }: Scene, code: number, said: string): Told {
  if (code === 117 && !/unknown field/i.test(said))
    return {
      says: `Expected that ClickHouse at ${address} takes what we wrote, found it refused (${said}).`,
      hope: 'bug',
    }
  return {
    says:
      `Expected the tables of this version of Helptally in ${url.database} of ClickHouse at ${address}, found others ` +
      `(${said}). Where another version writes there, bring all to the same; where tables were taken away, start this one ` +
      `again: it makes what is missing.${inLog(url)}`,
    hope: 'never',
  }
}

function notLetIn({ address, url }: Scene, code: number): string {
  const server = `ClickHouse at ${address}`
  if (url.login.token() !== null)
    return (
      `Expected that ${server} takes the token, found it refused (code ${code}): it may have run out. Renew ?token= in ` +
      'HELPTALLY_STORE, or HELPTALLY_STORE_TOKEN.'
    )
  return (
    `Expected that ${server} lets in the user ${url.login.user}, found user or password wrong (code ${code}). Mend them in ` +
    'HELPTALLY_STORE, or in HELPTALLY_STORE_PASSWORD.'
  )
}
