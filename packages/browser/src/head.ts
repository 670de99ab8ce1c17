import type { ArticleRef, FindArticle, HelpEvent, Nav, PageEvent } from '@helptally/core'
import type { Opening } from './classifyByAddress.js'
import type { HelpOptions, SiteTold } from './helpEngine.js'
import type { HelpStore } from './helpStore.js'
import type { Heard, Moment } from './page/heard.js'
import type { Answer } from './ports/ports.js'
import type { TabRecord } from './tabRecord.js'

/** What had happened on a page before the engine came. */
export interface Head {
  readonly options: HelpOptions
  readonly store: HelpStore
  readonly find: FindArticle
  /** When the document began, epoch ms. */
  readonly bornAt: number
  readonly wasPrerendered: boolean
  /** Somebody has looked at the page. */
  readonly isSeen: boolean
  /** The page is back from the bfcache. */
  readonly isBack: boolean
  readonly chosen: Chosen | null
  /** Since when what happens counts, epoch ms; null while the reader has not consented. */
  readonly countsFrom: number | null
  readonly counted: Counted | null
  /** What nobody could make sense of yet, in the order in which it happened: before anything counted, */
  readonly before: readonly Taped[]
  /** and since then. */
  readonly tape: readonly Taped[]
}

/** The choice that the reader made on this page; where cookies are blocked nothing else remembers it. */
export interface Chosen {
  readonly choice: 'granted' | 'refused'
  /** Epoch ms. */
  readonly at: number
}

/**
 * An act of the reader, a page that was on screen, what the site has told of the reader, an answer to the banner, or that
 * the page was hidden, or is on screen again.
 */
export type Taped = Heard | Seen | Told | (Moment & ({ readonly chosen: true } | { readonly hidden: boolean }))

/** A page of this document. */
export interface Seen extends Moment {
  readonly nav: Nav
  /** The server answered with an error. */
  readonly failed: boolean
  /** It was there when the reader came to look. */
  readonly isFirst?: true
}

/** What the site has told of the reader. */
export interface Told extends Moment {
  readonly told: SiteTold
}

/** An article that is counted already, the tab that counts it, and its events. */
export interface Counted {
  readonly article: ArticleRef
  readonly opening: Opening
  readonly record: TabRecord
  readonly visitorId: string
  /** Lets go of the lock on the tab's id. */
  release(): void
  /** They are in the journal, each under its id, until the collector has them. */
  readonly waiting: readonly HelpEvent[]
  readonly sent: readonly Sent[]
  /** Takes back what stands by with the browser. */
  takeBack(): void
}

export interface Sent {
  readonly events: readonly HelpEvent[]
  /** Rejects when no answer came. */
  readonly answer: Promise<Answer>
}

/** The event that opened it: the first of them, on its way or waiting. */
export function openingOf({ sent, waiting }: Counted): ArticleOpened {
  return [...sent.flatMap(({ events }) => events), ...waiting].find(isOpening)!
}

/** An article was opened. */
export type ArticleOpened = Extract<HelpEvent, { readonly name: 'help.article.open' }>

export function isOpening(event: PageEvent): event is ArticleOpened {
  return event.name === 'help.article.open'
}
