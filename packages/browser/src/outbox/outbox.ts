import type { HelpEvent, PageEvent } from '@helptally/core'
import type { Counted } from '../head.js'
import type { Ports, Unsent } from '../ports/ports.js'
import { replyOf } from '../ports/replyOf.js'
import { keepJournal } from './journal.js'
import { createRecovery, type OwnTab } from './recovery.js'
import { createSender, type Destination } from './sender.js'
import { toUnsent } from './toUnsent.js'
import { MOST_BYTES } from './unsent.js'

export interface Outbox {
  add(event: PageEvent): void
  /** The page is hidden: sends all that waits, now. */
  leave(): void
  /** The page is left. */
  park(): void
  /** Something has happened after which a collector that was away may answer. */
  probe(): void
  /** Looks for what pages that are gone could not deliver. `shownAt`: since when this one is here, epoch ms. */
  recover(own: OwnTab, shownAt: number): void
  /** Goes on with what the page has counted before. */
  inherit(counted: Pick<Counted, 'waiting' | 'sent' | 'takeBack'>): void
  /** Forgets all that waits in this page. */
  clear(): void
}

/**
 * Carries events to the collector, under the ids they were born with, until they are acknowledged. The journal keeps
 * them meanwhile, so that a page that follows delivers what this one could not.
 */
export function createOutbox(ports: Ports, destination: Destination): Outbox {
  const journal = keepJournal(ports.journal)
  const sender = createSender(ports, destination, journal.settle)
  const recovery = createRecovery(ports, destination, journal, sender)
  let tick: Unsent[] = []
  let isToBeHidden = false

  /** A page that is left is hidden right after, and is told its vitals then: all goes together. */
  const leaveOnceHidden = () => {
    // Where nothing stands by, what is here is better sent at once.
    isToBeHidden = ports.sendLater !== null && !ports.lifecycle.hidden
    if (!isToBeHidden) return sender.leave()
    const stop = ports.lifecycle.onVisibility(() => {
      stop()
      isToBeHidden = false
      sender.leave()
    })
  }
  const endTick = () => {
    if (tick.length > 0) journal.write(tick)
    tick = []
    sender.standBy()
  }
  return {
    add(event) {
      const unsent = toUnsent(event)
      // A `beforeSend` has made it so: no request takes it.
      if (unsent.bytes >= MOST_BYTES) return sender.giveUp([unsent])
      tick.push(unsent)
      if (tick.length === 1) queueMicrotask(endTick)
      sender.add(unsent)
    },
    leave() {
      if (!isToBeHidden) sender.leave()
    },
    park() {
      recovery.stop()
      endTick()
      leaveOnceHidden()
      journal.rest()
    },
    probe: sender.probe,
    inherit({ waiting, sent, takeBack }) {
      const own = (events: readonly HelpEvent[]) => {
        const batch = events.map(toUnsent)
        for (const each of batch) journal.adopt({ key: each.id, unsent: [each] })
        return batch
      }
      const underWay = sent.map(({ events, answer }) => ({ batch: own(events), reply: answer.then(replyOf) }))
      sender.inherit({ underWay, waiting: own(waiting), takeBack })
    },
    recover(own, shownAt) {
      journal.wake()
      recovery.start(own, shownAt)
    },
    clear() {
      tick = []
      recovery.stop()
      sender.clear()
    },
  }
}
