import { StoreUnavailable } from '../../../storeUnavailable.js'
import { errorOf, type Fault } from './faults.js'
import { inOrder, jittered, type Purpose, type Replica } from './replicas.js'

/** What is asked of a replica, and how patiently. */
export interface Deed<Node, Result> {
  readonly purpose: Purpose
  /** Whether it may be done twice: what was asked and not answered may have been done. */
  readonly isRepeatable: boolean
  readonly giveUpAfterMs: number
  readonly on: (node: Node) => Promise<Result>
}

export type Outcome<Result> =
  | { readonly isDone: true; readonly result: Result }
  | { readonly isDone: false; readonly fault: Fault }

/** What trying has to do with the world. */
export interface World<Node> {
  readonly once: <Result>(replica: Replica<Node>, deed: Deed<Node, Result>) => Promise<Outcome<Result>>
  readonly isClosed: () => boolean
  readonly now: () => number
  readonly random: () => number
  readonly sleep: (ms: number) => Promise<void>
}

const AGAIN_AFTER_MS = 200

/** One replica after the other, each at least once, then again after a while, for as long as the deed has patience. */
export async function attempt<Node, Result>(
  replicas: readonly Replica<Node>[],
  deed: Deed<Node, Result>,
  { once, isClosed, now, random, sleep }: World<Node>,
): Promise<Result> {
  const givenUpAt = now() + deed.giveUpAfterMs
  for (let round = 1; ; round++) {
    const faults: Fault[] = []
    for (const replica of inOrder(replicas, deed.purpose, { now: now(), random })) {
      if (isClosed()) throw closed()
      const outcome = await once(replica, deed)
      if (outcome.isDone) return outcome.result
      if (isClosed()) throw closed()
      const { fault } = outcome
      const isHopeless = fault.hope === 'never' || fault.hope === 'bug'
      if (isHopeless || !(deed.isRepeatable || fault.isUnseen)) throw errorOf(fault)
      faults.push(fault)
    }
    const passing = faults.findLast(({ hope }) => hope === 'again')
    const wait = jittered(AGAIN_AFTER_MS, round, random)
    if (!passing || now() + wait > givenUpAt) throw errorOf(passing ?? faults.at(-1)!, tried(replicas.length))
    await sleep(wait)
  }
}

const tried = (replicas: number): string =>
  replicas === 1 ? '' : ` All ${replicas} replicas were tried, none did better.`

const closed = (): StoreUnavailable =>
  new StoreUnavailable('[helptally] The store has been closed. Expected that nothing is asked of it any more.')
