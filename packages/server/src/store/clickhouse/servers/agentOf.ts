import { readFile } from 'node:fs/promises'
import { Agent } from 'node:http'
import { Agent as TlsAgent } from 'node:https'
import type { Socket } from 'node:net'
import type { TlsFiles } from './clickhouseUrl.js'

const MAX_SOCKETS = 10

export interface AgentOptions {
  readonly tls: TlsFiles
  readonly connectTimeoutMs: number
}

/**
 * Connections to one replica. The client's own agent takes no certificate of ours without an authority of ours, no
 * token with either, and knows one timeout for connecting and answering.
 */
export async function agentOf(address: string, { tls, connectTimeoutMs }: AgentOptions): Promise<Agent> {
  const kept = { keepAlive: true, maxSockets: MAX_SOCKETS }
  if (!address.startsWith('https:')) return inTime(new Agent(kept), 'connect', connectTimeoutMs)
  const [ca, cert, key] = await Promise.all([tls.ca, tls.client?.cert, tls.client?.key].map(contentOf))
  const agent = new TlsAgent({ ...kept, ...(ca && { ca }), ...(cert && { cert, key }) })
  return inTime(agent, 'secureConnect', connectTimeoutMs)
}

const contentOf = async (file: string | null | undefined): Promise<Buffer | undefined> =>
  file == null ? undefined : readFile(file)

/** Where nobody answers to a connection (a firewall that drops it, a host that is gone), a system waits for minutes. */
function inTime<A extends Agent>(agent: A, connected: 'connect' | 'secureConnect', timeoutMs: number): A {
  const connect = agent.createConnection.bind(agent)
  agent.createConnection = (...args) => {
    const socket = connect(...args) as Socket
    const late = (): void => {
      socket.destroy(Object.assign(new Error(`no connection after ${timeoutMs} ms`), { code: CONNECT_TIMEOUT }))
    }
    const timer = setTimeout(late, timeoutMs)
    const done = (): void => clearTimeout(timer)
    socket.once(connected, done).once('close', done)
    return socket
  }
  return agent
}

export const CONNECT_TIMEOUT = 'HELPTALLY_CONNECT_TIMEOUT'
