import { lockName } from '../lockName.js'
import type { Ports, Unsent } from '../ports/ports.js'
import type { OwnJournal } from './journal.js'
import type { Arrived, Destination, Sender } from './sender.js'
import { withinLimits } from './unsent.js'

/** What the page before has sent on its way out has arrived by then. */
const RECOVER_MS = 500
/** Held by the one page that delivers for tabs that are gone. */
const LEADER_LOCK = 'help:leftovers'
/** Without locks nobody knows who lives; by then a page has delivered what it can. */
const SURELY_GONE_MS = 60_000

export interface Recovery {
  /** `tab` is this page's own, and it is here since `shownAt` (epoch ms). */
  start(tab: OwnTab, shownAt: number): void
  stop(): void
}

export interface OwnTab {
  readonly tabId: string
  /** The number of the tab's last event before this page. */
  readonly seq: number
}

/** Delivers what pages that are gone have left in the journal: each its own tab's, and one page those of dead tabs. */
export function createRecovery(
  { clock, locks }: Ports,
  { mayPost }: Destination,
  journal: OwnJournal,
  sender: Sender,
): Recovery {
  let cancel: (() => void) | undefined
  let stopLeading: (() => void) | null = null
  let runs = 0

  const recover = async (own: OwnTab) => {
    if (!mayPost()) return
    const run = ++runs
    const letGo = await lead()
    if (run !== runs) return letGo?.()
    stopLeading = letGo
    try {
      const left = await findLeft(own.tabId, letGo !== null)
      const arrived = new Map<string, Arrived>()
      for (const { tabId } of left.flatMap(({ unsent }) => unsent)) {
        if (run !== runs) return
        if (!arrived.has(tabId)) arrived.set(tabId, await sender.arrivedOf(tabId))
      }
      if (run !== runs) return
      for (const entry of left) journal.adopt(entry)
      const { kept, dropped } = withinLimits(
        left.flatMap(({ unsent }) => unsent),
        clock.now(),
      )
      // A storage older than the journal makes a tab give numbers again: then the answer says nothing of the old ones.
      const isThere = ({ tabId, seq }: Unsent) => arrived.get(tabId)!(seq) && (tabId !== own.tabId || seq <= own.seq)
      sender.giveUp(dropped)
      journal.settle(kept.filter(isThere))
      sender.addLeft(kept.filter((one) => !isThere(one)))
    } finally {
      letGo?.()
    }
  }
  const findLeft = async (ownId: string, isLeader: boolean) => {
    const [entries, living] = await Promise.all([journal.readOthers(), namesHeld()])
    const isGone = ({ tabId, ts }: Unsent) =>
      living ? !living.includes(lockName(tabId)) : clock.now() - ts > SURELY_GONE_MS
    return entries.filter(({ unsent: [first] }) => first && (first.tabId === ownId || (isLeader && isGone(first))))
  }
  const namesHeld = async () => (locks ? locks.held().catch(() => null) : null)
  const lead = async () => (locks ? locks.tryTake(LEADER_LOCK).catch(() => null) : () => {})
  const stop = () => {
    runs++
    cancel?.()
    stopLeading?.()
    stopLeading = null
  }
  return {
    start(own, shownAt) {
      stop()
      cancel = clock.after(Math.max(0, shownAt + RECOVER_MS - clock.now()), () => void recover(own))
    },
    stop,
  }
}
