import type { HashedEvent } from './eventPages.js'
import { shortOf } from './manifest.js'

/** One event that is not as it was listed. */
export interface ListedDifference {
  readonly id: string
  readonly what: 'changed' | 'missing' | 'added'
}

type Events = AsyncIterator<HashedEvent>

/**
 * Walks through the events of a day and their list together, both in the order of ids and then of hashes, and holds no
 * more than one id of them.
 */
export async function* differencesOf(stored: Events, listed: Events): AsyncGenerator<ListedDifference> {
  let open = null as Side | null
  for await (const side of unlike(stored, listed)) {
    if (open?.id === side.id) open = { id: side.id, come: open.come + side.come, gone: open.gone + side.gone }
    else {
      if (open) yield* told(open)
      open = side
    }
  }
  if (open) yield* told(open)
}

/** How many events of an id only the store has, or only the list. */
interface Side {
  readonly id: string
  readonly come: number
  readonly gone: number
}

async function* unlike(stored: Events, listed: Events): AsyncGenerator<Side> {
  let [here, there] = [await next(stored), await next(listed)]
  while (here || there) {
    if (here && there && here.key === there.key) [here, there] = [await next(stored), await next(listed)]
    else if (here && (!there || here.key < there.key)) {
      yield { id: here.id, come: 1, gone: 0 }
      here = await next(stored)
    } else {
      yield { id: there!.id, come: 0, gone: 1 }
      there = await next(listed)
    }
  }
}

async function next(events: Events): Promise<{ id: string; key: string } | null> {
  const { value, done } = await events.next()
  return done ? null : { id: value.id, key: `${value.id} ${shortOf(value.hash)}` }
}

/** An id comes once, unless somebody has put a second event of it beside the first. */
function* told({ id, come, gone }: Side): Generator<ListedDifference> {
  if (come > 0 && gone > 0) yield { id, what: 'changed' }
  else yield { id, what: come > 0 ? 'added' : 'missing' }
}
