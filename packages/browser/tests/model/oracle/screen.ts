import type { Choice, Entry, Line, LoadedBy, PageShown } from '../trace.js'
import type { Note, Origin } from './notes.js'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** One document, as its reader sees it. Times are those of its tab. */
export interface Screen {
  readonly tab: number
  life: 'living' | 'kept' | 'gone'
  isLookedAt: boolean
  /** What this page knows of the reader's choice. */
  knows: Choice | null
  /** By how much the time of the tab is ahead of the time that passed for the reader: the clock on the wall may be wrong. */
  ahead: number
  readonly loaded: PageShown
  /** By the time that passed for the reader. */
  readonly loadedAt: number
  readonly loadedBy: LoadedBy
  shows: PageShown
  /** Why it shows that. */
  why: Why
  /** D5: was thrown away unasked; waking it is no act. */
  isAsleep: boolean
  /** The last thing in this page was an article that came without a load: it may only redirect. */
  passing: { readonly at: number; readonly why: Why; readonly note: Note | null } | null
  chosen: Chosen | null
  search: { readonly query: string; readonly at: number; isTold: boolean } | null
  touchedAt: number
  answeredAt: number
  from: Origin | null
}

export interface Why {
  readonly entry: Entry
  readonly search: string | null
}

/** A link or an option that the reader chose. */
export interface Chosen extends Why {
  readonly to: PageShown
  readonly at: number
  /** On the page before this one. */
  readonly isCarried?: true
}

/** A choice explains the page that it leads to, for less than a minute. */
export function explains(chosen: Chosen, page: PageShown, at: number): boolean {
  return chosen.to === page && at - chosen.at < MINUTE
}

/** D3: what a reload, Back, a copy or a reopened tab shows was entered directly, and so was a typed address. */
export function whyLoaded({ loadedBy, shows }: Screen, chosen: Chosen | null, at: number): Why {
  const isNew = loadedBy === 'link' || loadedBy === 'address'
  if (isNew && chosen && explains(chosen, shows, at)) return { entry: chosen.entry, search: chosen.search }
  return { entry: loadedBy === 'link' ? 'article_click' : 'direct_link', search: null }
}

/** A page that a script shows answers what the reader did within the last minute; otherwise nobody clicked. */
export function whyRouted({ shows, touchedAt }: Screen, chosen: Chosen | null, at: number): Why {
  if (chosen && explains(chosen, shows, at)) return { entry: chosen.entry, search: chosen.search }
  return { entry: at - touchedAt < MINUTE ? 'article_click' : 'direct_link', search: null }
}

/** A search is told once: when its words have rested a second, when an option of it is chosen, or when its page goes. */
export function tellSearch(
  screen: Screen,
  now: number,
  because: 'rested' | 'chosen' | 'gone',
  note: (screen: Screen, what: Note) => unknown,
): void {
  const { search } = screen
  if (!search || search.isTold || (because === 'rested' && now - search.at < SECOND)) return
  search.isTold = true
  const at = because === 'rested' ? search.at + SECOND : now
  note(screen, { did: 'search', query: search.query, at, isAct: because !== 'gone' })
}

/** The document that was loaded there, not looked at yet. */
export function newScreen({ at, wall }: Line, tab: number, { page, by }: { page: PageShown; by: LoadedBy }): Screen {
  return {
    tab,
    life: 'living',
    isLookedAt: false,
    knows: null,
    ahead: wall - at,
    loaded: page,
    loadedAt: at,
    loadedBy: by,
    shows: page,
    why: { entry: 'direct_link', search: null },
    isAsleep: by === 'discarded',
    passing: null,
    chosen: null,
    search: null,
    touchedAt: Number.NEGATIVE_INFINITY,
    answeredAt: Number.NEGATIVE_INFINITY,
    from: null,
  }
}
