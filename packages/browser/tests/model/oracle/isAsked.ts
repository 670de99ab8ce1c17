import type { Did, Line, Trace } from '../trace.js'

const SECOND = 1_000

/** The new tab is looked at at once and asks; its opener is there, answers, and has nothing else to tell of that article. */
export function isAsked(trace: Trace, load: Line): boolean {
  const here = trace.indexOf(load)
  const [click, look] = [trace[here - 1], trace[here + 1]]
  const near = trace.filter(({ at }) => Math.abs(at - load.at) <= 61 * SECOND)
  const offers = near.filter(({ did }) => did.what === 'choose' && did.where === 'elsewhere')
  const clicked = trace.slice(0, here).findLast(({ did }) => did.what === 'choose')
  if (look?.did.what !== 'look' || look.document !== load.document || look.at !== load.at || offers.length > 1)
    return false
  if (!click || !clicked || clicked.at !== load.at || offers[0] !== clicked) return false
  return near.every(
    (line) => line === load || line === look || !STIRS.includes(line.did.what) || Math.abs(line.at - load.at) > SECOND,
  )
}
const STIRS: readonly Did['what'][] = ['load', 'look', 'leave', 'vanish', 'answer the banner', 'come back']
