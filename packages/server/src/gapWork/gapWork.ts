/** How far the work on a gap has come. Nobody has begun what is open. */
export const GAP_STATUSES = ['open', 'planned', 'written', 'dismissed'] as const
/** How far the work on a content gap has come. */
export type GapStatus = (typeof GAP_STATUSES)[number]

/** What editors say of a gap. */
export interface GapWork {
  readonly status: GapStatus
  /** Since when, an ISO instant; null when nobody has said anything of it. */
  readonly since: string | null
  /** Who sees to it; '' for nobody. <= 64 characters. */
  readonly owner: string
  /** The id of the article that closes it; '' for none. */
  readonly linked_article: string
  /** Other queries that were put together with it, as searches are told apart. */
  readonly queries: readonly string[]
}

/** The body of `POST {base}/gaps`. Queries in any spelling. */
export type GapChangeBody =
  | {
      readonly do: 'set'
      readonly query: string
      readonly status?: GapStatus
      /** <= 64 characters; '' for nobody. */
      readonly owner?: string
      /** The id of an article; '' for none. */
      readonly linked_article?: string
    }
  | { readonly do: 'merge'; readonly query: string; readonly into: string }
  | { readonly do: 'split'; readonly query: string }
  | { readonly do: 'undo'; readonly nr: number }

/** What an editor does to the gaps of a site. Queries stand as searches are told apart. */
export type GapChange =
  | { readonly do: 'set'; readonly query: string; readonly to: Partial<Omit<GapWork, 'since' | 'queries'>> }
  /** Puts the gap of `query`, with all that was put together with it, into the gap of `into`. */
  | { readonly do: 'merge'; readonly query: string; readonly into: string }
  /** Makes a query that was put together with others a gap of its own again. */
  | { readonly do: 'split'; readonly query: string }
  /** Takes a change back: `nr` of `GapChanged`. */
  | { readonly do: 'undo'; readonly nr: number }

/** A change of the gaps of a site, with its time and its author. */
export interface GapChangeOrder {
  readonly site: string
  /** Epoch ms. */
  readonly at: number
  /** Who asks for it; '' when the site does not say. */
  readonly by: string
  readonly change: GapChange
}

/** What came of it, or why it cannot be done. */
export type GapChanged = GapChangeReceipt | { readonly conflict: string }

/** The answer to `POST {base}/gaps`: the number of the change, for `undo`; null when all was so already. */
export interface GapChangeReceipt {
  readonly nr: number | null
}

/** A change as it is told later. */
export interface GapChangeTold {
  /** Of its site, counted from 1. */
  readonly nr: number
  readonly do: 'set' | 'merge' | 'split'
  /** ISO instant. */
  readonly at: string
  readonly by: string
  /** The gap that was changed, or the queries that were put elsewhere. */
  readonly queries: readonly string[]
  /** What was said of it: the fields of a `set`, or `into`, the gap where a `merge` put it. */
  readonly to: Readonly<Partial<Record<'status' | 'owner' | 'linked_article' | 'into', string>>>
  /** Who took it back; null when it holds. */
  readonly undone_by: string | null
}
