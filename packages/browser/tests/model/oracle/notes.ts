import type { Entry, PageShown } from '../trace.js'

/** One thing in a tab that a session can be made of, in the order in which it happened. */
export type Note = { readonly at: number } & (
  | { readonly did: 'act' }
  | {
      readonly did: 'open'
      readonly article: PageShown
      readonly entry: Entry
      readonly search: string | null
      /** A page that was asleep: its first touch opens it, unless the session of the tab still lives. */
      readonly isWaking: boolean
      readonly from: Origin | null
      /** All clicks on that article that waited for their tabs about then: the tab may have been told of any of them. */
      readonly waiting: () => readonly Origin[]
    }
  /** A search that is told because the page goes is no act of the reader. */
  | { readonly did: 'search'; readonly query: string; readonly isAct: boolean }
  | { readonly did: 'vote' }
)

/** The click in another tab that opened this one. */
export interface Origin {
  readonly tab: CountedTab
  /** By the time of that tab. */
  readonly at: number
  /** The search whose option was clicked. */
  readonly search: string | null
  /** How much it had noted by then. */
  readonly noted: number
  /** Nobody else is asked at that time, and the answer has its time to come. */
  readonly isSure: boolean
}

/** All that one tab id stands for. */
export interface CountedTab {
  readonly notes: Note[]
  /** The reader refused: what was not sent yet is forgotten. */
  refusedAt: number | null
  /** After a crash the log may know less of the last two minutes than the reader does. */
  hasCrashed: boolean
}

export interface Session {
  readonly entry: Entry
  readonly startedAt: number
  readonly lastAt: number
  /** Where it begins among the notes. */
  readonly first: number
}

const FIVE_MINUTES = 5 * 60_000

/**
 * DESIGN 2, help: cut what the reader did at every pause that reaches five minutes. Each piece in which an article was opened
 * is one session, from its first opened article to the last thing done.
 */
export function sessionsOf({ notes }: CountedTab): Session[] {
  const acts = notes.map((note, index) => ({ note, index })).filter(({ note }) => note.did !== 'search' || note.isAct)
  const pieces: (typeof acts)[] = []
  for (const act of acts) {
    const before = pieces.at(-1)?.at(-1)
    if (before && act.note.at - before.note.at < FIVE_MINUTES) pieces.at(-1)!.push(act)
    else pieces.push([act])
  }
  return pieces.flatMap((piece) => {
    const opening = piece.find(({ note }) => note.did === 'open')
    if (opening?.note.did !== 'open') return []
    const { at: startedAt, entry } = opening.note
    return [{ entry, startedAt, lastAt: piece.at(-1)!.note.at, first: opening.index }]
  })
}

/** The session that a note lies in: begun by then, and not yet silent for five minutes. */
export function sessionAt(sessions: readonly Session[], index: number, at: number): Session | undefined {
  return sessions.findLast(({ first, lastAt }) => first <= index && at - lastAt < FIVE_MINUTES)
}
