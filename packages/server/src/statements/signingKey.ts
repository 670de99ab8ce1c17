import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from '../makeFolder.js'
import type { StatementKey } from './statement.js'

export const DEFAULT_KEY = './helptally-statements.pem'

/** For its owner's eyes only. */
const SECRET_MODE = 0o600

export interface SigningKey {
  readonly secret: KeyObject
  readonly public: StatementKey
  /** Whether it was made just now. */
  readonly isNew: boolean
}

export const publicFileOf = (file: string): string => `${file.replace(/\.pem$/, '')}.pub.pem`

/** The key in a file (PKCS 8, PEM). Where there is none one is made, with its public half beside it. */
export async function signingKey(file: string): Promise<SigningKey> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return makeKey(file)
  const secret = parsed(() => createPrivateKey(text), file, 'a private key')
  return { secret, public: tellKey(createPublicKey(secret)), isNew: false }
}

async function makeKey(file: string): Promise<SigningKey> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  await makeFolder(dirname(file))
  await writeNew(file, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  await writeNew(publicFileOf(file), publicKey.export({ type: 'spki', format: 'pem' }))
  return { secret: privateKey, public: tellKey(publicKey), isNew: true }
}

/** A key that is there is never written over: what it has signed could not be checked any more. */
async function writeNew(file: string, text: string | Buffer): Promise<void> {
  const handle = await open(file, 'wx', SECRET_MODE)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The key in a file that somebody was given (SPKI, PEM). */
export async function publicKeyIn(file: string): Promise<StatementKey> {
  const text = await readFile(file, 'utf8')
  return tellKey(parsed(() => createPublicKey(text), file, 'a public key'))
}

/** A key as a statement carries it. Throws when it holds none. */
export function keyOf(told: StatementKey): KeyObject {
  const key = createPublicKey({ key: Buffer.from(told.public, 'base64'), type: 'spki', format: 'der' })
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('[helptally] Expected an Ed25519 key.')
  return key
}

export function keyIdOf(spki: Buffer): string {
  return createHash('sha256').update(spki).digest('hex').slice(0, 32)
}

function tellKey(key: KeyObject): StatementKey {
  const spki = key.export({ type: 'spki', format: 'der' })
  return { id: keyIdOf(spki), public: spki.toString('base64') }
}

function parsed(read: () => KeyObject, file: string, expected: string): KeyObject {
  try {
    const key = read()
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Told below.
  }
  throw new Error(`[helptally] ${file}: expected ${expected} for Ed25519, as PEM, got something else.`)
}
