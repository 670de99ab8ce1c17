import type { Socket } from 'node:net'
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises'
import type { SegmentLog } from '../../log/segmentLog.js'
import { StoreUnavailable } from '../../storeUnavailable.js'
import type { Answers } from './answers.js'
import { isHeld, openEngine } from './engine.js'
import { createOwner, type Owner } from './owner.js'
import { addressOf } from './wire/address.js'
import { dial } from './wire/dial.js'
import { listen } from './wire/listen.js'
import { orSilence, SILENT_MS } from './wire/orSilence.js'
import { PeerGone, type Talk, talk } from './wire/talk.js'
import { createWriters, type Writers } from './writers.js'

/** Where a process sits at a store: it owns it, or asks the one that does. */
export interface Seat {
  readonly answers: Answers
  /** Resolves when the seat is worth nothing any more: look for another one. */
  readonly lost: Promise<void>
  leave(): Promise<void>
}

export interface Sitter {
  readonly folder: string
  readonly log: SegmentLog
  /** Takes one line for each fault that no caller sees. */
  readonly say: (line: string) => void
  /** Epoch ms. */
  readonly now: () => number
  readonly keepDays: number | null
}

/** An owner that lives begins to listen in that time. */
const FIND_WITHIN_MS = 3_000
/** Doubled at random, so that those who have lost their owner do not try in step. */
const RETRY_MS = 40

/**
 * Asks the owner where there is one, and else becomes it: DuckDB's lock lets one process in, and lets go of it
 * however it dies.
 */
export async function findSeat(sitter: Sitter): Promise<Seat> {
  const address = addressOf(sitter.folder)
  for (const deadline = Date.now() + FIND_WITHIN_MS; ; ) {
    const socket = await dial(address)
    const guest = socket && (await guestSeat(socket, sitter))
    if (guest) return guest
    try {
      return await ownerSeat(address, sitter)
    } catch (error) {
      if (!isHeld(error) || Date.now() > deadline) throw error
    }
    await delay(RETRY_MS * (1 + Math.random()))
  }
}

/** null when the owner went away meanwhile. */
async function guestSeat(socket: Socket, { folder, log }: Sitter): Promise<Seat | null> {
  const owner = talk(socket, { rotate: () => log.rotate() })
  try {
    await orSilence(owner, owner.ask('hello', log.boot), () => silent(folder))
    return { answers: asking(owner, folder), lost: owner.ended, leave: async () => owner.end() }
  } catch (error) {
    owner.end()
    if (error instanceof PeerGone) return null
    throw error
  }
}

function asking(owner: Talk, folder: string): Answers {
  const ask = <Answer>(service: string, ...args: readonly unknown[]): Promise<Answer> =>
    orSilence(owner, owner.ask<Answer>(service, ...args), () => {
      // What it was asked is waited for no longer.
      owner.end()
      return silent(folder)
    })
  return {
    query: (sql, params = {}) => ask('query', sql, params),
    queryFacts: (sql, params = {}) => ask('queryFacts', sql, params),
    keepTickets: (feed) => ask('keepTickets', feed),
    changeAnnotations: (order) => ask('changeAnnotations', order),
    changeGaps: (order) => ask('changeGaps', order),
    eraseVisitor: (visitorId) => ask('eraseVisitor', visitorId),
    keepOut: (erasures) => ask('keepOut', erasures),
    forgetBefore: (moment) => ask('forgetBefore', moment),
    takeIn: (rows) => ask('takeIn', rows),
    backup: (to) => ask('backup', to),
    health: () => ask('health'),
    drain: () => ask('drain'),
  }
}

const silent = (folder: string): StoreUnavailable =>
  new StoreUnavailable(
    `[helptally] The process that answers for the store ${folder} has been silent for ${(2 * SILENT_MS) / 1000} s. ` +
      'Events are taken and safe; reports fail until it goes on. Expected a process that runs: start it again if it does not.',
  )

async function ownerSeat(address: string, sitter: Sitter): Promise<Seat> {
  const { folder, say } = sitter
  const engine = await openEngine(folder)
  let writers: Writers | null = null
  const broken = Promise.withResolvers<void>()
  const owner: Owner = createOwner({ ...sitter, engine, writers: () => writers, onBroken: broken.resolve })
  writers = createWriters(owner, () => void owner.drain().catch(({ message }: Error) => say(message)))
  const hangUp = await listen(address, writers.take).catch((error: Error) => {
    say(cannotListen(address, error))
    return () => undefined
  })
  const leave = (): Promise<void> => {
    hangUp()
    return owner.close()
  }
  // Those whose question broke the engine hear why before they are left.
  return { answers: owner, lost: broken.promise.then(() => nextTurn()).then(leave), leave }
}

const cannotListen = (address: string, { message }: Error): string =>
  `[helptally] Other processes cannot ask this one for reports: nothing can listen at ${address} (${message}). ` +
  'Expected a folder of this user on a disk that holds sockets. One process alone does not need it.'
