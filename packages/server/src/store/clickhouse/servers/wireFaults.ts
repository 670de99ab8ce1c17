import { CONNECT_TIMEOUT } from './agentOf.js'
import { inLog, type Scene, type Told } from './faults.js'

/** What happened on the way, by the name that Node has for it. */
export function byWire(code: string | null, words: string, { address, url }: Scene): Told {
  const server = `ClickHouse at ${address}`
  const isTls = address.startsWith('https:')
  const said = code === null ? words : `${code}: ${words}`
  if (/Port \d+ is for clickhouse-client/.test(words))
    return {
      says: `Expected the HTTP port of ${server}, found the one of clickhouse-client. Mend the port in HELPTALLY_STORE: 8123, or 8443 with TLS.`,
      hope: 'elsewhere',
    }
  switch (code) {
    case 'ECONNREFUSED':
      return {
        says:
          `Expected ${server}, found nobody who listens there. Start the server, or mend host and port in HELPTALLY_STORE: ` +
          `8123 is its HTTP, 8443 its HTTPS.${inLog(url)}`,
        spare: 'all',
        isUnseen: true,
      }
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        says:
          `Expected an address for the host of ${address}, found none by DNS (${code}). Mend the host in HELPTALLY_STORE, ` +
          `or the names that this machine knows.${inLog(url)}`,
        hope: code === 'ENOTFOUND' ? 'elsewhere' : 'again',
        spare: 'all',
        isUnseen: true,
      }
    case CONNECT_TIMEOUT:
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return {
        says:
          `Expected a connection to ${server}, found no way there (${words}). See that the machine runs and no firewall ` +
          `stands between; in ClickHouse Cloud, that this address is on the list of those let in.${inLog(url)}`,
        spare: 'all',
        isUnseen: code === CONNECT_TIMEOUT,
      }
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
      return {
        says:
          `Expected TLS at ${address}, found plain HTTP, or something else (${code}). Mend HELPTALLY_STORE: clickhouse:// ` +
          'with 8123 for HTTP, clickhouses:// with 8443 for HTTPS.',
        hope: 'elsewhere',
        spare: 'all',
        isUnseen: true,
      }
    case 'ENOENT':
    case 'EACCES':
    case 'EISDIR':
      return {
        says: `Expected a file of certificates for ${server}, found none that can be read (${said}). Mend ca, cert or key in HELPTALLY_STORE.`,
        hope: 'never',
        isUnseen: true,
      }
  }
  if (isTls && code !== null && /^ERR_(?:SSL|TLS|OSSL)|CERT|ISSUER|SIGNATURE/.test(code))
    return {
      says:
        `Expected a certificate of ${address} that is to be trusted, and ours to be taken, found it is not so (${said}). ` +
        'Name the file of its authority with ?ca=, and where the server asks for one, a certificate of ours with &cert= and ' +
        '&key=; or mend the host, which must be one that the certificate is for.',
      hope: 'elsewhere',
      spare: 'all',
      isUnseen: true,
    }
  if (words === 'Timeout error.')
    return {
      says:
        `Expected an answer of ${server} within ${url.requestTimeoutMs / 1000} s, found none. See how busy it is, or raise ` +
        `?timeoutSeconds=.${inLog(url)}`,
      spare: 'all',
    }
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED' || /aborted|hang up/.test(words))
    return {
      says:
        `Expected an answer of ${server}, found the connection closed (${said}). See that the server runs` +
        `${isTls ? '' : '; if this is its port of HTTPS, write clickhouses://'}.${inLog(url)}`,
      spare: 'all',
    }
  if (code?.startsWith('HPE_'))
    return {
      says:
        `Expected HTTP at ${address}, found something else (${said}). Mend HELPTALLY_STORE: clickhouses:// if this is the ` +
        'port of HTTPS.',
      hope: 'elsewhere',
      spare: 'all',
    }
  return {
    says:
      `Expected an answer of ${server}, found one that is not ClickHouse's: ${JSON.stringify(words)}. See what stands ` +
      `between, such as a proxy, and whether it lets in who asks.${inLog(url)}`,
    spare: 'all',
  }
}
