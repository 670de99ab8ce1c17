import type { CountedSession, HelpEvent } from '@helptally/core'
import type { Counted } from '../expectations/counted.js'
import type { CollectorOf } from './collectorOf.js'
import type { PageOfHelp } from './pageOfHelp.js'
import type { Posts } from './watchPosts.js'

export interface CountedParts {
  readonly posts: Pick<Posts, 'events' | 'rejected'>
  readonly collector: Pick<CollectorOf, 'sessionOf' | 'outcomesOf'>
  readonly pages: readonly PageOfHelp[]
  /** The collector may take this browser for a robot, and keep its sessions without counting them. */
  readonly mayBeRobot: boolean
}

/** The sessions that the collector finds in what a reader's pages have posted. */
export async function readCounted({ posts, collector, pages, mayBeRobot }: CountedParts): Promise<Counted> {
  const posted = [...posts.events.values()]
  const found = new Map<string, CountedSession>()
  const remarks = remarksOn(pages, posted)
  // Events name their session, which tells of an opening that was posted unseen, by a page on its way out.
  const named = new Set([...posted, ...pages].map(({ sessionId }) => sessionId).filter((id) => id !== null))
  for (const id of named) {
    const session = await collector.sessionOf(id)
    if (!session) continue
    if (mayBeRobot && (await collector.outcomesOf(session.id)).includes('bot')) remarks.push(ofRobot(session))
    else found.set(session.id, session)
  }
  const sessions = [...found.values()].sort((a, b) => a.startedAt - b.startedAt)
  const events = new Map(
    [...posted, ...sessions.flatMap((session) => session.events)].map((event) => [event.id, event]),
  )
  return {
    events: [...events.values()],
    rejected: posts.rejected,
    sessions: () => sessions,
    remarks: () => remarks,
  }
}

function remarksOn(pages: readonly PageOfHelp[], posted: readonly HelpEvent[]): string[] {
  const remarks: string[] = []
  if (pages.some(({ consent }) => consent === 'refused')) remarks.push('The reader refuses: nothing is counted.')
  if (posted.length === 0 && pages.some(({ consent }) => consent === 'unknown'))
    remarks.push('The reader has chosen nothing: nothing is counted until `grantConsent()`.')
  for (const { path, consent } of pages) if (consent === null) remarks.push(`The page ${path} runs no engine.`)
  return remarks
}

const ofRobot = ({ opening }: CountedSession): string =>
  `The session of "${opening.article.id}" is kept as that of a robot, and not counted: start the server with HELPTALLY_COUNT_BOTS=1, or leave \`countAs\` out.`
