import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../makeFolder.js'
import { oneAtATime } from '../oneAtATime.js'
import { cannotWrite, queueIsFull } from './refusals.js'
import { type OpenSegment, openSegmentFile, type SegmentFile } from './segmentFile.js'
import { closedName, newBoot, openName } from './segmentName.js'

/** What may wait for the disk, bytes. Beyond it the log is slower than its writers, and says so. */
export const MAX_QUEUED_BYTES: number = 16 * 1024 * 1024
/** A segment this large is closed: it is what one drain holds in memory at least. */
export const MAX_SEGMENT_BYTES: number = 32 * 1024 * 1024

/** For one group, when other processes keep taking the segment for abandoned. */
const MAX_SEGMENTS_TRIED = 3

interface Append {
  readonly bytes: Uint8Array
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

interface Segment {
  readonly name: string
  readonly file: SegmentFile
  bytes: number
}

/**
 * This process's part of the log: `append` resolves when the bytes are on disk. Whatever waits is written and synced
 * as one group, and the next group starts as soon as the one before is down: a timer would only delay it.
 */
export class SegmentLog {
  /** Part of the names of its segments, and of nobody else's. */
  readonly boot: string = newBoot()
  readonly #folder: string
  readonly #openSegment: OpenSegment
  readonly #inTurn = oneAtATime()
  readonly #abandoned = new Set<string>()
  #queue: Append[] = []
  #queuedBytes = 0
  #segment: Segment | null = null
  #segments = 0

  constructor(folder: string, openSegment: OpenSegment = openSegmentFile) {
    this.#folder = folder
    this.#openSegment = openSegment
  }

  append(bytes: Uint8Array): Promise<void> {
    if (this.#queuedBytes + bytes.length > MAX_QUEUED_BYTES) return Promise.reject(queueIsFull(MAX_QUEUED_BYTES))
    this.#queuedBytes += bytes.length
    return new Promise((resolve, reject) => {
      this.#queue.push({ bytes, resolve, reject })
      if (this.#queue.length === 1) void this.#inTurn(() => this.#commitGroup())
    })
  }

  /** Closes what this log has open, so that all that it acknowledged can be drained. */
  rotate(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#closeSegment()
      for (const name of this.#abandoned) await this.#rename(name)
    })
  }

  async #commitGroup(): Promise<void> {
    const group = this.#queue
    this.#queue = []
    const bytes = Buffer.concat(group.map((append) => append.bytes))
    try {
      await this.#writeDurably(bytes)
      for (const { resolve } of group) resolve()
    } catch (error) {
      for (const { reject } of group) reject(cannotWrite(this.#folder, error))
    } finally {
      this.#queuedBytes -= bytes.length
    }
  }

  async #writeDurably(bytes: Uint8Array): Promise<void> {
    for (let attempt = 1; attempt <= MAX_SEGMENTS_TRIED; attempt++) {
      const segment = await this.#currentSegment()
      if (!(await this.#writtenTo(segment, bytes))) continue
      segment.bytes += bytes.length
      if (segment.bytes >= MAX_SEGMENT_BYTES) await this.#closeSegment()
      return
    }
    throw new Error(`the segment was moved away ${MAX_SEGMENTS_TRIED} times`)
  }

  async #writtenTo(segment: Segment, bytes: Uint8Array): Promise<boolean> {
    try {
      await segment.file.write(bytes)
      // Whoever takes the segment away after the write, however early, reads what was written.
      const [inPlace] = await Promise.all([segment.file.isInPlace(), segment.file.sync()])
      if (inPlace) return true
      await this.#abandon(segment)
      return false
    } catch (error) {
      await this.#abandon(segment)
      throw error
    }
  }

  async #currentSegment(): Promise<Segment> {
    if (this.#segment) return this.#segment
    await makeFolder(this.#folder)
    const name = openName({ boot: this.boot, pid: process.pid, n: ++this.#segments })
    this.#segment = { name, file: await this.#openSegment(join(this.#folder, name)), bytes: 0 }
    return this.#segment
  }

  /**
   * After a failed write or sync nobody knows what of it is on disk (the kernel drops the dirty pages), so the
   * segment takes nothing more. What it acknowledged before is drained with the next rotation.
   */
  async #abandon(segment: Segment): Promise<void> {
    this.#segment = null
    await segment.file.close().catch(() => undefined)
    // Nothing in it was acknowledged. On a full disk every append would leave one behind.
    const isGone = segment.bytes === 0 && (await isRemoved(join(this.#folder, segment.name)))
    if (!isGone) this.#abandoned.add(segment.name)
  }

  async #closeSegment(): Promise<void> {
    const segment = this.#segment
    if (!segment) return
    this.#segment = null
    await segment.file.close().catch(() => undefined)
    await this.#rename(segment.name)
  }

  /** Tried again by the next rotation where it fails; what is gone was taken by the drain. */
  async #rename(name: string): Promise<void> {
    const from = join(this.#folder, name)
    await rename(from, join(this.#folder, closedName(name))).then(
      () => this.#abandoned.delete(name),
      (error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' ? this.#abandoned.delete(name) : this.#abandoned.add(name),
    )
  }
}

const isRemoved = (path: string): Promise<boolean> =>
  rm(path, { force: true }).then(
    () => true,
    () => false,
  )
