/** What a person and a browser did, line by line: all that the oracle reads. Nothing here comes from the engine. */
export type Trace = readonly Line[]

export type Article = 'a' | 'b' | 'c'
/** null is the home page. */
export type PageShown = Article | null

export interface Line {
  /** Time as it passed for the reader, asleep or awake: setting the clock back takes nothing from it. Epoch ms. */
  readonly at: number
  /** What the clock on the wall said, epoch ms. */
  readonly wall: number
  /** A tab keeps its number over reloads, crashes and being reopened. */
  readonly tab: number
  /** Every load makes another document; the page that comes back from the back/forward cache is the one that went. */
  readonly document: number
  readonly did: Did
}

export type Entry = 'article_click' | 'direct_link' | 'search_enter'
export type Choice = 'granted' | 'refused'

export type Did =
  | { readonly what: 'load'; readonly page: PageShown; readonly by: LoadedBy; readonly copyOf?: number }
  /** The site's router shows another page in the document. */
  | { readonly what: 'route'; readonly page: PageShown; readonly back: boolean }
  /** The tab is looked at. The first look wakes a page that was loaded unseen. */
  | { readonly what: 'look' }
  | { readonly what: 'look away' }
  /** Key, wheel or pointer. */
  | { readonly what: 'touch' }
  /** A link or an option of the search bar is chosen; `where` it opens, and `to` which page. */
  | {
      readonly what: 'choose'
      readonly entry: Entry
      readonly to: PageShown
      readonly option: boolean
      readonly where: 'here' | 'elsewhere'
    }
  | { readonly what: 'type'; readonly query: string }
  | { readonly what: 'vote' }
  | { readonly what: 'answer the banner'; readonly choice: Choice }
  /** The page goes; `kept` in the back/forward cache or for good. */
  | { readonly what: 'leave'; readonly kept: boolean }
  | { readonly what: 'come back' }
  /** Crashed or discarded: nothing was heard. */
  | { readonly what: 'vanish' }

export type LoadedBy =
  /** The address was typed, or a mail led here. */
  | 'address'
  /** A link or a script of this site. */
  | 'link'
  | 'reload'
  /** Back without the cache, a duplicated or a reopened tab. */
  | 'history'
  /** Thrown away to save memory, loaded again when looked at. */
  | 'discarded'

/** What a browser has, or lacks, in one trace. */
export interface World {
  readonly locks: boolean
  readonly channel: boolean
  readonly storage: boolean
  /** Global Privacy Control. */
  readonly privacySignal: boolean
  readonly chosenBefore: Choice | null
  /** Two windows: a tab that is not looked at stays visible. */
  readonly sideBySide: boolean
  /** Which way the clock on the wall is set, if at all. */
  readonly clock: 'right' | 'set forward' | 'set back' | 'set both ways'
  /** The collector fails now and then. */
  readonly faults: readonly Fault[]
  /** How long the browser takes to answer a request for a lock, or to bring a message. */
  readonly busyMs: number
  /** How long the code of the engine takes to come, once a page asks for it. */
  readonly loadMs: number
}

export type Fault =
  | 'stored'
  | 'stored, reply lost'
  | 'stored, then 503'
  | 'stored, reply late'
  | 'unreachable'
  | '503'
  | '429'
