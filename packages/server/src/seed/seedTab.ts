import {
  advance,
  CHANNELS,
  type Device,
  EVENT_VERSION,
  type EventFields,
  factsOf,
  type HelpEvent,
  lastActivityOf,
  newThread,
  type ThreadState,
  uuidv7,
} from '@helptally/core'
import type { Random } from './random.js'
import type { ShelfArticle } from './shelf.js'

export interface Reader {
  readonly site: string
  readonly visitorId: string
  /** BCP 47 */
  readonly locale: string
  readonly device: Device
}

/** What a page tells of one event; the tab knows the rest. */
export type Told = ToldOf<EventFields>
type ToldOf<Fields> = Fields extends EventFields ? Omit<Fields, 'previousId'> : never

/** How an article comes on screen. */
export type Opening = Omit<Extract<Told, { name: 'help.article.open' }>, 'name' | 'article' | 'words'>

/** An article on screen, and how much of it was read so far. */
interface Shown {
  readonly article: ShelfArticle
  readonly openId: string
  engagedMs: number
  scroll: number
  /** `engagedMs` when its reading was last told. */
  toldMs: number
}

/** A browser tab as the collector sees it: numbered events, with the sessions that the rulebook finds. */
export class SeedTab {
  readonly events: HelpEvent[] = []
  readonly reader: Reader
  /** Epoch ms. Moves forward only. */
  now: number
  readonly #random: Random
  readonly #tabId: string
  #thread: ThreadState = newThread
  #page: string
  #shown: Shown | null = null
  #activeAt: number | null = null

  constructor(reader: Reader, startsAt: number, random: Random) {
    this.reader = reader
    this.#random = random
    this.#tabId = uuidv7(startsAt, random.bytes)
    this.#page = `/${reader.locale}`
    this.now = startsAt
  }

  /** The event that opened the article on screen. */
  get openId(): string | null {
    return this.#shown?.openId ?? null
  }

  newId(): string {
    return uuidv7(this.now, this.#random.bytes)
  }

  /** The reader is at it: of an article on screen, this is engaged time. */
  pass(ms: number): void {
    const from = this.now
    this.wait(ms)
    if (this.#shown) this.#shown.engagedMs += this.now - from
  }

  /** The reader looks elsewhere, or touches nothing. */
  wait(ms: number): void {
    this.now += Math.max(1, Math.round(ms))
  }

  /** The reader scrolls or types: it postpones the end, and the next event tells of it. */
  act(): void {
    this.#activeAt = this.now
  }

  /** How far down the article on screen was seen, in percent. */
  scrollTo(percent: number): void {
    if (this.#shown) this.#shown.scroll = Math.max(this.#shown.scroll, Math.min(100, Math.round(percent)))
  }

  open(article: ShelfArticle, opening: Opening): void {
    this.#leave()
    this.#page = `/${this.reader.locale}/articles/${article.ref.id}`
    this.#shown = { article, openId: this.newId(), engagedMs: 0, scroll: 0, toldMs: -1 }
    this.#add({ name: 'help.article.open', article: article.ref, words: article.words, ...opening }, this.#shown.openId)
  }

  /** To a page that is no article. */
  goTo(path: string): void {
    this.#leave()
    this.#shown = null
    this.#page = `/${this.reader.locale}${path}`
  }

  hide(): void {
    this.tell({ name: 'help.article.progress', cause: 'hidden' })
    this.#leave()
  }

  tell(fields: Exclude<Told, { name: 'help.article.open' }>): void {
    this.#add(fields, this.newId())
  }

  /** What was read since the last time, if anything was. */
  #leave(): void {
    const shown = this.#shown
    if (!shown || shown.toldMs === shown.engagedMs) return
    const { article, openId, engagedMs, scroll } = shown
    shown.toldMs = engagedMs
    this.tell({ name: 'help.article.leave', article: article.ref, openId, engagedMs, scroll })
  }

  #add(fields: Told, id: string): void {
    const { site, visitorId, locale } = this.reader
    const draft = {
      id,
      v: EVENT_VERSION,
      site,
      channel: 'help',
      tabId: this.#tabId,
      seq: this.events.length + 1,
      sessionId: null,
      visitorId,
      ts: this.now,
      activeAt: this.#activeAt,
      page: this.#page,
      article: this.#shown?.article.ref ?? null,
      locale,
      synthetic: true,
      ...(fields.name === 'help.article.open' && { previousId: null }),
      ...fields,
    } as HelpEvent
    this.events.push(this.#counted(draft))
    this.#activeAt = lastActivityOf(draft) ?? this.#activeAt
  }

  #counted(draft: HelpEvent): HelpEvent {
    for (const { fact, at } of factsOf(draft)) this.#thread = advance(CHANNELS.help, this.#thread, fact, at).state
    const { open } = this.#thread
    const event = { ...draft, sessionId: open?.id ?? null }
    return open?.id === event.id ? ({ ...event, previousId: open.previousId } as HelpEvent) : event
  }
}
