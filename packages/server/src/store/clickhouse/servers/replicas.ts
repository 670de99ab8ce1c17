import type { Fault } from './faults.js'

export type Purpose = 'reading' | 'writing'

/** What is known of a replica: since when and why it is spared. */
export interface Replica<Node> {
  readonly address: string
  node: Promise<Node> | null
  /** By purpose, until when it is asked last of all (epoch ms), after how many failures in a row, and why. */
  readonly spared: Record<Purpose, { until: number; failures: number; fault: Fault } | null>
}

const SPARED_MS = 1_000
const SPARED_AT_MOST_MS = 30_000

export const replicaAt = <Node>(address: string): Replica<Node> => ({
  address,
  node: null,
  spared: { reading: null, writing: null },
})

/** Those that work in an order by chance, so that all have as much to do; then those that are spared, the first to be back first. */
export function inOrder<Node>(
  replicas: readonly Replica<Node>[],
  purpose: Purpose,
  { now, random }: { now: number; random: () => number },
): Replica<Node>[] {
  const until = ({ spared }: Replica<Node>): number => {
    const { until = 0 } = spared[purpose] ?? {}
    return until > now ? until : 0
  }
  return replicas
    .map((replica) => ({ replica, until: until(replica), chance: random() }))
    .sort((a, b) => a.until - b.until || a.chance - b.chance)
    .map(({ replica }) => replica)
}

/** Leaves it aside, longer with each failure. True when it was not before. */
export function spare<Node>(
  replica: Replica<Node>,
  fault: Fault,
  { now, random }: { now: number; random: () => number },
): boolean {
  if (fault.spare === 'nothing') return false
  const purposes: readonly Purpose[] = fault.spare === 'all' ? ['reading', 'writing'] : ['writing']
  const isNew = purposes.some((purpose) => replica.spared[purpose] === null)
  for (const purpose of purposes) {
    const failures = (replica.spared[purpose]?.failures ?? 0) + 1
    replica.spared[purpose] = { until: now + jittered(SPARED_MS, failures, random), failures, fault }
  }
  return isNew
}

/** It has done what it was asked, so it is within reach. True when it was spared for that until then. */
export function welcome<Node>({ spared }: Replica<Node>, purpose: Purpose): boolean {
  const wasSpared = spared[purpose] !== null
  spared[purpose] = null
  const other = purpose === 'reading' ? 'writing' : 'reading'
  if (spared[other]?.fault.spare === 'all') spared[other] = null
  return wasSpared
}

/** Twice as long each time, and by chance down to half of that: many who wait for the same do not come at once. */
export function jittered(firstMs: number, failures: number, random: () => number): number {
  const ms = Math.min(SPARED_AT_MOST_MS, firstMs * 2 ** Math.min(failures - 1, 10))
  return ms * (0.5 + random() / 2)
}
