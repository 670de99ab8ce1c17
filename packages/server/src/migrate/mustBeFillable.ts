import type { SourceId } from './copyEvents.js'
import type { Side, Target } from './side.js'

/** Throws where the target has events of others, and nobody has said that these shall be added to them. */
export async function mustBeFillable(from: Side, to: Target, source: SourceId, add: boolean): Promise<void> {
  if (add || (await to.hasTakenFrom(source))) return
  const events = await to.ownEvents(source)
  if (events === 0) return
  const sites = new Set((await from.days()).map(({ site }) => site))
  const same = [...new Set((await to.days()).map(({ site }) => site))].filter((site) => sites.has(site))
  const whose = same.length > 0 ? `, some of them of ${same.join(', ')}, which ${from.name} has, too` : ''
  throw new Error(
    `[helptally] ${to.name} is not empty: ${events} events are there${whose}. Expected an empty store, or one that this ` +
      'command has begun to fill out of the same one. With --add what is there stays, and an event of the same id is there ' +
      'once: for a store that a site writes to already.',
  )
}
