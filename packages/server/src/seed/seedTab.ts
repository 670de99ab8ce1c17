import {
  type ArticleRef,
  advance,
  CHANNELS,
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

export interface Reader {
  readonly site: string
  readonly visitorId: string
  /** BCP 47 */
  readonly locale: string
}

/** What a page tells of one event; the tab knows the rest. */
export type Told = ToldOf<EventFields>
type ToldOf<Fields> = Fields extends EventFields ? Omit<Fields, 'previousId'> : never

/** A browser tab as the collector sees it: numbered events, with the sessions that the rulebook finds. */
export class SeedTab {
  readonly events: HelpEvent[] = []
  /** Epoch ms. Moves forward only. */
  now: number
  readonly #reader: Reader
  readonly #random: Random
  readonly #tabId: string
  #thread: ThreadState = newThread
  #article: ArticleRef | null = null
  #activeAt: number | null = null

  constructor(reader: Reader, startsAt: number, random: Random) {
    this.#reader = reader
    this.#random = random
    this.#tabId = uuidv7(startsAt, random.bytes)
    this.now = startsAt
  }

  newId(): string {
    return uuidv7(this.now, this.#random.bytes)
  }

  pass(ms: number): void {
    this.now += Math.max(1, Math.round(ms))
  }

  /** The reader scrolls or types: it postpones the end, and the next event tells of it. */
  act(): void {
    this.#activeAt = this.now
  }

  tell(fields: Told): void {
    if (fields.name === 'help.article.open') this.#article = fields.article
    const { locale } = this.#reader
    const article = this.#article
    const draft = {
      ...this.#reader,
      id: this.newId(),
      v: EVENT_VERSION,
      channel: 'help',
      tabId: this.#tabId,
      seq: this.events.length + 1,
      sessionId: null,
      ts: this.now,
      activeAt: this.#activeAt,
      page: article ? `/${locale}/articles/${article.id}` : `/${locale}`,
      article,
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
