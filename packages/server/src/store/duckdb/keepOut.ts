import type { Erasure } from '../store.js'
import type { Engine } from './engine.js'
import { ERASED_FOR_MS } from './eraseVisitor.js'

const keepOutSql = `
insert into erased
select k.visitor_hash, k.erased_at
from (select unnest($hashes::varchar[]) as visitor_hash, unnest($moments::bigint[]) as erased_at) k
where not exists (
  select 1
  from erased t
  where t.visitor_hash = k.visitor_hash and t.erased_at >= k.erased_at
)`

/** Keeps out visitors whom another store has erased, as long as that one does. */
export async function keepOut(engine: Engine, erasures: readonly Erasure[], now: number): Promise<void> {
  const late = erasures.filter(({ erasedAt }) => erasedAt > now - ERASED_FOR_MS)
  if (late.length === 0) return
  const hashes = late.map(({ erased }) => erased)
  const moments = late.map(({ erasedAt }) => erasedAt)
  await engine.transaction((run) => run(keepOutSql, { hashes, moments }))
}
