// What became of the events of a run, by the store and by what came through its gate.
import { VOTES } from './reader.mjs'

const votesSql = `
select page, count(*)::integer as times
from events
where name = 'help.feedback.vote' and starts_with(page, $prefix)
group by page`

/** Of each tab: how many numbers of its sequence are missing below the highest. */
const gapsSql = `
select coalesce(sum(missing), 0)::integer as gaps
from (select max(seq) - count(distinct seq) as missing from events where list_contains($tabs, tab_id::varchar) group by tab_id)`

const totalsSql = `
select
  (select count(*) from events)::integer as events,
  (select count(distinct event_id) from events)::integer as ids,
  (select count(*) from sessions)::integer as sessions,
  (select count(distinct session_id) from events where event_id = session_id)::integer as openings`

export async function judge(store, { run, gate, reader, error }) {
  const prefix = `/${run}/`
  const [rows, [{ gaps }]] = await Promise.all([
    store.query(votesSql, { prefix }),
    store.query(gapsSql, { tabs: [...gate.tabs] }),
  ])
  const numbers = rows.map(({ page }) => Number(page.slice(prefix.length)))
  return {
    gaps,
    unfinished: error ? 1 : 0,
    doubled: rows.reduce((sum, { times }) => sum + times - 1, 0),
    copies: [...gate.taken.values()].reduce((sum, times) => sum + times - 1, 0),
    arrivedMs: gate.lastVoteAt() - reader.votedAt(),
    ...(reader.told.length > 0 ? judgeStream(numbers, reader.told) : { lost: VOTES - numbers.length }),
  }
}

/** Copies on the wire are a waste, and no fault. */
export function isSound({ lost, doubled, gaps, unfinished }) {
  return lost + doubled + gaps + unfinished === 0
}

/** Votes without end: of those that a kill took, only the last may be missing; how long they took to be made, ms. */
function judgeStream(numbers, told) {
  const last = Math.max(0, ...numbers)
  const missingMs = last < told.length ? told.at(-1) - (told[last - 1] ?? told[0]) : 0
  return { lost: last - numbers.length, missing: Math.max(0, told.length - last), missingMs }
}

/** Whether anything counts twice in the store as a whole. */
export async function countedTwice(store) {
  const [{ events, ids, sessions, openings }] = await store.query(totalsSql)
  return events - ids + Math.abs(sessions - openings)
}
