import { CANONICAL_VERSION } from '../statements/canonicalForm.js'
import { type EventPage, eventsIn } from '../statements/eventPages.js'
import { hashedEventsSql, pageStartsSql } from '../statements/eventPages.sql.js'
import type { QueryParams, Store } from '../store/store.js'
import type { HashedPage, Page } from './side.js'

/** The database hashes the events, as it does for a statement: none of their columns comes out of it. */
export async function hashedPage(store: Store, page: Page): Promise<HashedPage> {
  const sql = hashedEventsSql(CANONICAL_VERSION)
  const found = await store.query<EventPage>(sql, { ...paramsOf(page), starts: [page.from] })
  return { events: found.flatMap((each) => [...eventsIn(each)]) }
}

export async function pageStarts(
  store: Store,
  { site, from, to }: Pick<Page, 'site' | 'from' | 'to'>,
  most: number,
): Promise<string[]> {
  return (await store.query<{ id: string }>(pageStartsSql, { site, from, to, most })).map(({ id }) => id)
}

/** Every parameter has to occur in the statement. */
export const paramsOf = ({ site, from, to, first, next }: Page): QueryParams => ({ site, from, to, first, next })
