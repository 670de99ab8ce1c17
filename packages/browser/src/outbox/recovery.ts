import { lockName } from '../claimTab.js'
import type { Ports, Unsent } from '../ports/ports.js'
import type { OwnJournal } from './journal.js'
import type { Sender } from './sender.js'
import { withinLimits } from './unsent.js'

/** What the page before has sent on its way out has arrived by then. */
const RECOVER_MS = 500
/** Held by the one page that delivers for tabs that are gone. */
const LEADER_LOCK = 'help:leftovers'
/** Without locks nobody knows who lives; by then a page has delivered what it can. */
const SURELY_GONE_MS = 60_000

export interface Recovery {
  start(tabId: string): void
  stop(): void
}

/** Delivers what pages that are gone have left in the journal: each its own tab's, and one page those of dead tabs. */
export function createRecovery({ clock, locks }: Ports, journal: OwnJournal, sender: Sender): Recovery {
  let cancel: (() => void) | undefined
  let stopLeading: (() => void) | null = null
  let runs = 0

  const recover = async (tabId: string) => {
    const run = ++runs
    const [entries, isLeader, living] = await Promise.all([journal.readOthers(), lead(), namesHeld()])
    if (run !== runs) return
    const isGone = ({ tabId, ts }: Unsent) =>
      living ? !living.includes(lockName(tabId)) : clock.now() - ts > SURELY_GONE_MS
    const left = entries.filter(
      ({ unsent: [first] }) => first && (first.tabId === tabId || (isLeader && isGone(first))),
    )
    for (const entry of left) journal.adopt(entry)
    const { kept, dropped } = withinLimits(
      left.flatMap(({ unsent }) => unsent),
      clock.now(),
    )
    sender.giveUp(dropped)
    for (const tab of new Set(kept.map((one) => one.tabId))) {
      const mark = await sender.markOf(tab)
      if (run !== runs) return
      const unsent = kept.filter((one) => one.tabId === tab)
      journal.settle(unsent.filter(({ seq }) => seq <= mark))
      sender.addLeft(unsent.filter(({ seq }) => seq > mark))
    }
  }
  const namesHeld = async () => (locks ? locks.held().catch(() => null) : null)
  const lead = async () => {
    if (!locks || stopLeading) return true
    stopLeading = await locks.tryTake(LEADER_LOCK).catch(() => null)
    return stopLeading !== null
  }
  const stop = () => {
    runs++
    cancel?.()
    stopLeading?.()
    stopLeading = null
  }
  return {
    start(tabId) {
      stop()
      cancel = clock.after(RECOVER_MS, () => void recover(tabId))
    },
    stop,
  }
}
