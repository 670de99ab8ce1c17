import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { type EventPage, eventsIn, type HashedEvent } from './eventPages.js'

/** Enough to tell two events apart by: that none was put in the place of another the day's own hash says. */
const SHORT = 16

/** Ids of events are nobody else's concern. */
const OWNERS_MODE = 0o600

/**
 * The list of a statement's events: gzipped lines of JSON. For each day one line `{"date":"2026-11-01","events":2}`, then
 * one `["id","the first 16 hex digits of its hash"]` for each of its events, in the order of their ids.
 */
export interface ManifestWriter {
  day(date: string, events: number): Promise<void>
  page(page: EventPage): Promise<void>
  /** Once what was written is durable; resolves to the SHA-256 of the file. */
  end(): Promise<string>
  /** Leaves the file as it is. */
  abandon(): Promise<void>
}

export function writeManifest(path: string): ManifestWriter {
  const lines = new PassThrough()
  const written = pipeline(lines, createGzip(), createWriteStream(path, { mode: OWNERS_MODE, flush: true }))
  // Told to whoever writes next.
  written.catch(() => undefined)
  async function write(text: string): Promise<void> {
    if (lines.write(text)) return
    await Promise.race([new Promise((resolve) => lines.once('drain', resolve)), written])
  }
  return {
    day: (date, events) => write(`${JSON.stringify({ date, events })}\n`),
    page: (page) => write(Array.from(eventsIn(page), ({ id, hash }) => `["${id}","${shortOf(hash)}"]\n`).join('')),
    async end() {
      lines.end()
      await written
      return fileHash(path)
    },
    async abandon() {
      lines.destroy()
      await written.catch(() => undefined)
    },
  }
}

export const shortOf = (hash: string): string => hash.slice(0, SHORT)

/** SHA-256 of a file, in hex. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** A manifest, read from its beginning to its end. Its hash is to be checked before. */
export interface ManifestReader {
  /** The events of the next day of that date, with their short hashes. What lies before is passed over. */
  eventsOf(date: string): AsyncGenerator<HashedEvent>
  close(): void
}

export function readManifest(path: string): ManifestReader {
  const file = createReadStream(path)
  const unzipped = file.pipe(createGunzip())
  file.on('error', (error) => unzipped.destroy(error))
  const lines = createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  const next = async (): Promise<string | null> => {
    const { value, done } = await lines.next()
    return done ? null : value
  }
  return {
    async *eventsOf(date) {
      for (let line = await next(); line !== null; line = await next()) {
        if (!line.startsWith('{')) continue
        const day: { date: string; events: number } = JSON.parse(line)
        if (day.date !== date) continue
        for (let i = 0; i < day.events; i++) {
          const [id, hash] = JSON.parse((await next()) ?? '[]') as [string, string]
          yield { id, hash }
        }
        return
      }
    },
    close() {
      file.destroy()
      unzipped.destroy()
    },
  }
}
