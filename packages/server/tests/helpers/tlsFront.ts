import { once } from 'node:events'
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { type Certificate, certificateFor } from './certificate.js'
import { afterTest } from './temp.js'

/** Who is let in. */
export interface Door {
  readonly user: string
  readonly password: string
  readonly token: string
  /** A certificate that stands for the user; default: none does. */
  readonly client?: Certificate
  readonly certificate?: Certificate
}

export interface TlsFront {
  readonly port: number
  readonly certificate: Certificate
  /** How often somebody asked, let in or not. */
  asked(): number
}

/** HTTPS before a server that has none, which lets in whom ClickHouse would: by password, token or certificate. */
export async function tlsFront(port: number, door: Door): Promise<TlsFront> {
  const { certificate = certificateFor('127.0.0.1'), client } = door
  let asked = 0
  const server = createServer(
    { ...certificate, ...(client && { ca: client.cert, requestCert: true, rejectUnauthorized: false }) },
    (request, response) => {
      asked += 1
      if (isLetIn(request, door)) forward(request, response, port)
      else refuse(request, response)
    },
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterTest(async () => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, certificate, asked: () => asked }
}

function isLetIn({ headers, socket }: IncomingMessage, { user, password, token, client }: Door): boolean {
  if (headers['x-clickhouse-ssl-certificate-auth'] === 'on')
    return Boolean(client) && (socket as TLSSocket).authorized && headers['x-clickhouse-user'] === user
  const basic = Buffer.from(`${user}:${password}`).toString('base64')
  return headers.authorization === `Basic ${basic}` || headers.authorization === `Bearer ${token}`
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  request.resume()
  response.writeHead(403, { 'x-clickhouse-exception-code': '516' })
  response.end(
    'Code: 516. DB::Exception: default: Authentication failed: password is incorrect, or there is no user with such ' +
      'name. (AUTHENTICATION_FAILED) (version 26.7.2.1)',
  )
}

function forward(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url, headers } = request
  const onward = ask({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode!, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.destroy())
  request.pipe(onward)
}
