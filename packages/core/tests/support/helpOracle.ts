import type { Act } from './traces.js'

export interface Found {
  readonly startedAt: number
  readonly lastAt: number
}

const FIVE_MINUTES = 5 * 60 * 1000

/**
 * The help row of DESIGN 2, read in another way than the machine does: cut the activity of a tab at every pause that reaches
 * five minutes; each piece in which an article was opened is one session, from its first opened article to its last activity.
 */
export function readHelpTab(activity: readonly Act<string>[]): Found[] {
  return pieces(activity).flatMap((piece) => {
    const opened = piece.find(({ act }) => act === 'open')
    return opened ? [{ startedAt: opened.at, lastAt: piece.at(-1)!.at }] : []
  })
}

function pieces(activity: readonly Act<string>[]): Act<string>[][] {
  const found: Act<string>[][] = []
  activity.forEach((act, i) => {
    const before = activity[i - 1]
    if (before && act.at - before.at < FIVE_MINUTES) found.at(-1)!.push(act)
    else found.push([act])
  })
  return found
}
