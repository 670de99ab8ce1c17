// What became of the events of a run, by the store and by what came through its gate.
import { VOTES } from './reader.mjs'

/** A vote that is missing among others leaves a gap. */
const votesSql = `
select event_id, count(*)::integer as times
from events
where name = 'help.feedback.vote' and starts_with(page, $prefix)
group by event_id`

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
  const [rows, [{ gaps }]] = await Promise.all([
    store.query(votesSql, { prefix: `/${run}/` }),
    store.query(gapsSql, { tabs: [...gate.tabs] }),
  ])
  const votes = rows.length
  return {
    gaps,
    unfinished: error ? 1 : 0,
    doubled: rows.reduce((sum, { times }) => sum + times - 1, 0),
    copies: [...gate.taken.values()].reduce((sum, times) => sum + times - 1, 0),
    arrivedMs: gate.lastVoteAt() - reader.votedAt(),
    ...(reader.told.length > 0 ? judgeStream(votes, reader.told) : { lost: VOTES - votes }),
  }
}

/** Copies on the wire are a waste, and no fault. */
export function isSound({ lost, doubled, gaps, unfinished }) {
  return lost === 0 && doubled + gaps + unfinished === 0
}

/** Votes without end: of those that a kill took, only the last may be missing; how long they took to be made, ms. */
function judgeStream(votes, told) {
  const missingMs = votes < told.length ? told.at(-1) - (told[votes - 1] ?? told[0]) : 0
  return { lost: 0, missing: Math.max(0, told.length - votes), missingMs }
}

/** Whether anything counts twice in the store as a whole. */
export async function countedTwice(store) {
  const [{ events, ids, sessions, openings }] = await store.query(totalsSql)
  return events - ids + Math.abs(sessions - openings)
}
