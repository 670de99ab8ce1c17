import { setTimeout } from 'node:timers/promises'
import { StoreUnavailable } from '../../../storeUnavailable.js'
import type { Cluster } from '../servers/cluster.js'
import { LEASE_MS, type LeaseOrder, leaveLease, takeLease } from './leases.js'

/** Versions of one lease. */
export const ROUNDS: bigint = 2n ** 20n

const ASK_AGAIN_MS = 100

/** What holds what nobody else may do meanwhile. */
export interface Held {
  /** Throws when another process may have it by now. */
  mustHold(): void
  /** Holds on for another minute where half of one is over. Throws when another process has it. */
  renew(): Promise<void>
  /** Greater than every one before, of whomever. */
  nextVersion(): string
}

export interface HoldOrder extends LeaseOrder {
  /** How long another process is waited for. */
  readonly waitMs: number
  /** What is done by whoever has it, for people: `changes tickets`. */
  readonly deed: string
  readonly sleep?: (ms: number) => Promise<unknown>
}

/** Whether another process had the right to it for all of the time. */
export const isHeldByOthers = (error: unknown): boolean => error instanceof Busy

class Busy extends StoreUnavailable {}

/** Does something that of all processes one may do at a time. Rejects when another has the right to it for too long. */
export async function whileHeld<T>(order: HoldOrder, work: (held: Held) => Promise<T>): Promise<T> {
  const { cluster, now, waitMs, deed, sleep = setTimeout } = order
  let lease = await takeLease(order)
  for (const until = now() + waitMs; !lease; lease = await takeLease(order)) {
    if (now() >= until) throw new Busy(isBusy(cluster, deed))
    await sleep(ASK_AGAIN_MS)
  }
  let held = lease
  let rounds = 0n
  const mustHold = (): void => {
    if (now() > held.until) throw new StoreUnavailable(ranOut(cluster, deed))
  }
  const result = await work({
    mustHold,
    async renew() {
      mustHold()
      if (now() <= held.until - LEASE_MS / 2) return
      const next = await takeLease(order)
      if (!next) throw new StoreUnavailable(ranOut(cluster, deed))
      held = next
    },
    nextVersion: () => String(BigInt(held.epoch) * ROUNDS + rounds++),
  }).catch(async (error: unknown) => {
    await leaveLease(order, held).catch(() => undefined)
    throw error
  })
  await leaveLease(order, held)
  return result
}

const isBusy = ({ name }: Cluster, deed: string): string =>
  `[helptally] Another process ${deed} on ${name} and is not done. Nothing was changed. Expected is that it takes ` +
  'seconds: ask again.'

const ranOut = ({ name }: Cluster, deed: string): string =>
  `[helptally] ${name} did not answer within a minute, and another process ${deed} now. What was done stays. ` +
  'Expected a cluster that answers within seconds: look at its load, and ask again.'
