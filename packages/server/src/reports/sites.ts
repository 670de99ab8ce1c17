import type { Store } from '../store/store.js'

/** Sites that a reader can choose among: anybody may send events of a site that never was. */
const MOST_SITES = 100

/** Those of which most was taken in. The ledger is the smallest table that knows. */
const sitesSql = `
select l.site
from ledger l
where l.site <> '' and l.accepted > 0
group by l.site
order by sum(l.accepted) desc, l.site
limit $limit`

const sitesOfVisitorSql = `
select e.site
from events e
where e.visitor_id = $visitor::uuid
union
select t.site
from tickets t
where t.visitor_id = $visitor::uuid`

/** The sites of which the store has taken something in, at most 100, by name. */
export async function sitesOf(store: Store): Promise<string[]> {
  const rows = await store.query<{ site: string }>(sitesSql, { limit: MOST_SITES })
  return rows.map(({ site }) => site).sort()
}

/** Where a visitor, a UUID, was. */
export async function sitesOfVisitor(store: Store, visitor: string): Promise<string[]> {
  const rows = await store.query<{ site: string }>(sitesOfVisitorSql, { visitor })
  return rows.map(({ site }) => site)
}
