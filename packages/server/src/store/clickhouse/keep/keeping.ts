import { changeAnnotations } from '../../../annotations/changeAnnotations.js'
import { changeGaps } from '../../../gapWork/changeGaps.js'
import { oneAtATime } from '../../../oneAtATime.js'
import { keepTickets } from '../../../tickets/keepTickets.js'
import type { Engine } from '../../duckdb/engine.js'
import { keepOut } from '../../duckdb/keepOut.js'
import type { Store } from '../../store.js'
import type { LeaseOrder } from '../derive/leases.js'
import { whileHeld } from '../derive/whileHeld.js'
import { textList, textLiteral } from '../servers/textLiteral.js'
import { inParts } from '../tables/idLists.js'
import { changeKept, type Keeper, type KeptRows } from './changeKept.js'

/** How long a change waits for those of other processes. */
const WAIT_MS = 20_000

/** Texts that one question names. */
const TEXTS_AT_ONCE = 500

export type KeepingOptions = Omit<LeaseOrder, 'name'> & {
  readonly scratch: () => Promise<Engine>
}

export interface Keeping extends Pick<Store, 'keepTickets' | 'changeAnnotations' | 'changeGaps' | 'keepOut'> {
  /** Changes some of what is kept while nobody else does. */
  change<T>(concerned: readonly KeptRows[], change: (engine: Engine) => Promise<T>): Promise<T>
  /** The same without a scratch database. */
  alone<T>(work: (keeper: Omit<Keeper, 'scratch'>) => Promise<T>): Promise<T>
}

/** What is told to a store beside events, of all processes by one at a time. Resolves when it is durable. */
export function createKeeping({ scratch, ...options }: KeepingOptions): Keeping {
  const { cluster, now } = options
  const inTurn = oneAtATime()
  const order = { ...options, name: 'keep', waitMs: WAIT_MS, deed: 'changes what is kept beside events' }

  const alone: Keeping['alone'] = (work) => inTurn(() => whileHeld(order, (held) => work({ cluster, held })))

  const change: Keeping['change'] = (concerned, work) =>
    alone(async (keeper) => changeKept({ ...keeper, scratch: await scratch() }, concerned, work))

  return {
    alone,
    change,
    keepTickets(feed) {
      const site = textLiteral(feed.site)
      const names = feed.tickets.map(({ ticket }) => ticket)
      const named = inParts(names, TEXTS_AT_ONCE).map(
        (part): KeptRows => ({ table: 'tickets', where: `t.site = ${site} and t.ticket in (${textList(part)})` }),
      )
      return change([...named, { table: 'erased' }], (engine) => keepTickets(engine, feed))
    },
    changeAnnotations: (order) =>
      change([{ table: 'annotations', where: `t.site = ${textLiteral(order.site)}` }], (engine) =>
        changeAnnotations(engine, order),
      ),
    changeGaps: (order) =>
      // Changes are numbered throughout the store.
      change(
        [
          {
            table: 'gap_changes',
            where: `t.site = ${textLiteral(order.site)} or t.nr = (select max(m.nr) from gap_changes m)`,
          },
        ],
        (engine) => changeGaps(engine, order),
      ),
    keepOut: (erasures) => change([{ table: 'erased' }], (engine) => keepOut(engine, erasures, now())),
  }
}
