import { join } from 'node:path'
import type { Difference } from '@helptally/core'
import { checkpointIn } from '../../recount/checkpoint.js'
import { type RecountProgress, recountLog } from '../../recount/recountLog.js'
import { sumOf, totalsOf } from '../../recount/totals.js'
import { parseReportQuery } from '../../reports/parseReportQuery.js'
import type { RecountAskedFor, RecountDifference, RecountResult } from '../job.js'
import { CHECKPOINT } from '../jobFolder.js'
import type { JobWork } from './jobRun.js'

const MOST_NAMED = 100

/** Counts again from the log, and goes on from a checkpoint where there is one. */
export const recountWork: JobWork<RecountAskedFor, RecountResult> = async ({ asked, site, store, folder, ...run }) => {
  const parsed = parseReportQuery({ site, ...asked }, run.now)
  if (!parsed.ok) throw new Error(`[helptally] ${parsed.reason}`)
  const { period, starts } = parsed.query
  const question = { site, from: period.from, to: period.to, starts, rules: null }
  const checkpoint = checkpointIn(join(folder, CHECKPOINT), question)
  const from = await checkpoint.read()
  if (from) run.tell(progressOf(from))
  const found = await recountLog(store, question, {
    from,
    async onProgress(now) {
      run.tell(progressOf(now))
      await checkpoint.write(now)
    },
    signal: run.signal,
  })
  const { tabs, events, differences, causes, named, rollUp } = found
  const { claimed, found: sessions } = totalsOf(found)
  return {
    is_equal: sumOf(differences) + rollUp.length === 0,
    ...{ tabs, events, claimed, found: sessions, differences, causes },
    named: named.map(toldDifference),
    roll_up: rollUp.length,
    roll_up_named: rollUp.slice(0, MOST_NAMED),
  }
}

const progressOf = ({ done, parts, events }: RecountProgress) =>
  ({ done: Math.round((events * done) / parts), of: events, unit: 'events' }) as const

const toldDifference = ({ eventId, at, kind, cause, claimed, found }: Difference): RecountDifference => ({
  ...{ event_id: eventId, at: new Date(at).toISOString() },
  ...{ kind, cause, claimed, found },
})
