import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

export interface Certificate {
  /** PEM. Its own authority, too: who trusts it trusts it alone. */
  readonly cert: string
  readonly key: string
}

/** A self-signed certificate for a host, of a key made for it. `until`: epoch ms, default in a day. */
export function certificateFor(host: string, { until = Date.now() + DAY_MS }: { until?: number } = {}): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(oid('550403'), node(0x0c, Buffer.from(host)))))
  const signed = sequence(oid('2a8648ce3d040302'))
  const body = sequence(
    node(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    signed,
    name,
    sequence(time(until - 30 * DAY_MS), time(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    node(
      0xa3,
      sequence(
        extension('551d13', sequence(node(0x01, Buffer.from([0xff])))),
        extension('551d11', sequence(nameOf(host))),
      ),
    ),
  )
  const certificate = sequence(body, signed, bits(sign('sha256', body, privateKey)))
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

const DAY_MS = 86_400_000

/** A node of DER: what it is, how long, and what is in it. */
function node(tag: number, ...content: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(content)
  const size = inside.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), inside])
}

const sequence = (...content: readonly Buffer[]): Buffer => node(0x30, ...content)
const set = (...content: readonly Buffer[]): Buffer => node(0x31, ...content)
const integer = (bytes: Buffer): Buffer => node(0x02, bytes)
const oid = (hex: string): Buffer => node(0x06, Buffer.from(hex, 'hex'))
const bits = (bytes: Buffer): Buffer => node(0x03, Buffer.from([0]), bytes)
const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), node(0x04, value))

/** YYMMDDHHMMSSZ */
const time = (at: number): Buffer =>
  node(0x17, Buffer.from(`${new Date(at).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))

const nameOf = (host: string): Buffer =>
  /^[\d.]+$/.test(host) ? node(0x87, Buffer.from(host.split('.').map(Number))) : node(0x82, Buffer.from(host))
