import type { Ports, Reply, Unsent } from '../ports/ports.js'
import { draftOf, type Heading } from './draftOf.js'
import { createRetry } from './retry.js'
import { bodyOf, bytesOf, firstBatch, MOST_BYTES, withinLimits } from './unsent.js'

/** Events wait for others until so long none has come, */
const QUIET_MS = 1_000
/** the first of a page no longer than this, so that a session is soon known of. */
const FIRST_FLUSH_MS = 2_000

/** Durable. Anything else with a 2xx is somebody's login page. */
const ACCEPTED = 202
/** Sending the same again cannot help. */
const HOPELESS = [400, 413, 415]
const TOO_MANY = 429
const SERVER_FAULT = 500

export interface Destination {
  /** The collector's address. */
  url(): string
  /** Asked before each sending: the reader may have refused elsewhere, unheard. */
  mayPost(): boolean
  /** How long events wait for company, ms. */
  flushMs(): number
}

export interface Inherited {
  readonly underWay: readonly { readonly batch: readonly Unsent[]; readonly reply: Promise<Reply> }[]
  readonly waiting: readonly Unsent[]
  /** Takes back what stands by with the browser. */
  takeBack(): void
}

export type Arrived = (seq: number) => boolean

export interface Sender {
  add(unsent: Unsent): void
  /** Goes on with what was sent, and what waits, before this sender was here. */
  inherit(before: Inherited): void
  /** What another page has left goes first. */
  addLeft(unsent: readonly Unsent[]): void
  /** These are not sent any more, and counted as lost. */
  giveUp(unsent: readonly Unsent[]): void
  /** Which sequence numbers of the tab the collector has: none when it does not say. */
  arrivedOf(tabId: string): Promise<Arrived>
  /** Has the browser send what waits should the page die, where it offers that. */
  standBy(): void
  leave(): void
  probe(): void
  clear(): void
}

/** Posts in batches, one at a time, and again until the collector has taken them. */
export function createSender(
  { clock, random, send, sendLater, isDriven }: Ports,
  { url, mayPost, flushMs }: Destination,
  onSettled: (batch: readonly Unsent[]) => void,
): Sender {
  const retry = createRetry({ clock, random })
  let waiting: Unsent[] = []
  /** Events given up that the collector has still to hear of. */
  let dropped = 0
  const underWay = new Set<{ readonly bytes: number }>()
  let isDue = false
  let hasPosted = false
  let complained = false
  let cancelFlush: (() => void) | undefined
  let cancelQuiet: (() => void) | undefined
  let takeBack: (() => void) | undefined

  const stopWaiting = () => {
    cancelFlush?.()
    cancelQuiet?.()
    cancelFlush = undefined
    cancelQuiet = undefined
  }
  const flush = () => {
    stopWaiting()
    isDue = waiting.length > 0
    if (isDue && underWay.size === 0 && mayPost()) void post(firstBatch(waiting))
  }
  // By timers alone: a page may have stopped its clocks.
  const waitForOthers = () => {
    const longest = hasPosted ? flushMs() : Math.min(FIRST_FLUSH_MS, flushMs())
    cancelFlush ??= clock.after(longest, flush)
    cancelQuiet?.()
    cancelQuiet = clock.after(Math.min(QUIET_MS, longest), flush)
  }
  const heading = (): Heading => ({
    sentAt: clock.now(),
    ...(dropped > 0 && { dropped }),
    ...(isDriven && { webdriver: true }),
  })
  const post = (batch: readonly Unsent[]) => {
    waiting = waiting.slice(batch.length)
    const told = heading()
    if (told.dropped) dropped = 0
    const sending = send(url(), bodyOf(batch, told))
    standBy()
    return hearOf(sending, batch, told)
  }
  const hearOf = async (sending: Promise<Reply>, batch: readonly Unsent[], told: Pick<Heading, 'dropped'>) => {
    const mine = { bytes: bytesOf(batch) }
    hasPosted = true
    underWay.add(mine)
    const reply = await sending.catch(() => undefined)
    // After a refusal the answer is nobody's.
    if (!underWay.delete(mine) || !mayPost()) return
    const status = reply?.status
    if (status === ACCEPTED) return goOn(onSettled, batch)
    dropped += told.dropped ?? 0
    if (status !== undefined && status < SERVER_FAULT && status !== TOO_MANY) complain(status)
    if (status !== undefined && HOPELESS.includes(status)) return goOn(giveUp, batch)
    const limited = withinLimits([...batch, ...waiting], clock.now())
    waiting = [...limited.kept]
    giveUp(limited.dropped)
    stopWaiting()
    cancelFlush = clock.after(retry.failed(reply), flush)
    standBy()
  }
  const giveUp = (unsent: readonly Unsent[]) => {
    dropped += unsent.length
    onSettled(unsent)
  }
  const goOn = (end: (batch: readonly Unsent[]) => void, batch: readonly Unsent[]) => {
    retry.end()
    end(batch)
    if (isDue) flush()
  }
  const complain = (status: number) => {
    if (complained) return
    complained = true
    console.error(
      `[helptally] Expected a collector at ${url()}, which answers 202; got ${status}. Check the "base" option, the route handler, and what stands before it.`,
    )
  }
  const standBy = () => {
    // The new before the old is gone: a page may be ended at any moment while it is left.
    const takeBackOld = takeBack
    const batch = firstBatch(waiting, MOST_BYTES / 2)
    takeBack = batch.length > 0 ? sendLater?.(url(), draftOf(batch, { ...heading(), later: true })) : undefined
    takeBackOld?.()
  }
  const probe = () => {
    if (retry.mayProbe()) flush()
  }
  return {
    add(unsent) {
      waiting.push(unsent)
      // After a failure the next try takes it along, if one is to come: a page that was left has sent all at once.
      if (!retry.isFailing() || !cancelFlush) waitForOthers()
      probe()
    },
    inherit(before) {
      for (const { reply, batch } of before.underWay) void hearOf(reply, batch, {})
      takeBack = before.takeBack
      waiting = [...before.waiting]
      if (waiting.length > 0) waitForOthers()
      standBy()
    },
    addLeft(unsent) {
      if (unsent.length === 0) return
      waiting = [...unsent, ...waiting]
      flush()
    },
    giveUp,
    async arrivedOf(tabId) {
      const question = bodyOf([], { sentAt: clock.now(), tabId })
      const { mark = 0, ahead = [] } = (mayPost() && (await send(url(), question).catch(() => undefined))) || {}
      return (seq) => seq <= mark || ahead.includes(seq)
    },
    standBy,
    leave() {
      if (waiting.length === 0 || !mayPost()) return
      const room = () => MOST_BYTES - [...underWay].reduce((sum, { bytes }) => sum + bytes, 0)
      for (let batch = firstBatch(waiting, room()); batch.length > 0; batch = firstBatch(waiting, room()))
        void post(batch)
    },
    probe,
    clear() {
      waiting = []
      underWay.clear()
      stopWaiting()
      retry.end()
      takeBack?.()
      takeBack = undefined
    },
  }
}
