import type { ArticleRef, EventFields, HelpEvent } from '@helptally/core'
import { EVENT_VERSION, help, isIdle, newThread, uuidv7 } from '@helptally/core/page'
import type { Opening } from './classifyByAddress.js'
import type { Counted } from './head.js'
import type { HelpState } from './helpEngine.js'
import { wordsOn } from './page/articleOn.js'
import { placeAt } from './page/place.js'
import type { FirstPorts } from './ports/ports.js'
import { newRecord, type TabRecord, writeRecord } from './tabRecord.js'
import { visitorId } from './visitor.js'

/** The count of a new tab on its first article, until the engine goes on with it. */
export interface FirstCount {
  readonly session: HelpState['session']
  /** The reader has done something that makes an event. */
  tell(fields: EventFields): void
  /** Raw input, at that time (epoch ms). */
  act(at: number): void
  /** The session is over. */
  hasEnded(): boolean
  /** So much waits that it may not fit into one request. */
  isFull(): boolean
  /** The tab may not come back, or `isGone`: what only memory knows is told, written and sent. */
  leave(how: { readonly isGone: boolean }): void
  /** Sends what waits; comes true when the collector has answered, or cannot be reached. */
  flush(): Promise<void>
  /** All of it, for the engine to go on with: from now on nothing more is done here. */
  handOver(): Counted
  /** Nothing of it may be stored or sent any more. */
  drop(): void
}

/** What an event has of its own. */
type Own = EventFields & Pick<HelpEvent, 'id' | 'seq' | 'ts' | 'activeAt'>

interface Sending {
  readonly events: readonly Own[]
  readonly answer: ReturnType<FirstPorts['send']>
}

export interface FirstCountParts {
  readonly ports: FirstPorts
  readonly site: string
  /** Where events are posted to. */
  readonly url: string
  readonly tabId: string
  readonly article: ArticleRef
  readonly opening: Opening
  /** When it was opened, epoch ms. */
  readonly at: number
  /** Lets go of the lock on the tab's id. */
  release(): void
}

/** Durable. Anything else with a 2xx is somebody's login page. */
const ACCEPTED = 202
/** The engine makes batches; this makes one. */
const MOST_EVENTS = 20

/**
 * Counts the article that opens a new tab, which starts a session whatever was before; a test holds this against the
 * machine. Nothing else may happen in it than an entry, activity, and time.
 */
export function countFirst({ ports, site, url, tabId, article, opening, at, release }: FirstCountParts): FirstCount {
  const { clock, journal, random, sendLater } = ports
  const id = uuidv7(at, random)
  const open = { id, startedAt: at, lastAt: at, previousId: null }
  /** What all events of this page have in common. */
  const common = {
    v: EVENT_VERSION,
    site,
    channel: help.channel,
    tabId,
    sessionId: id,
    visitorId: visitorId(ports.localStore, at, () => uuidv7(at, random)),
    ...placeAt(ports.page, article),
  }
  let record: TabRecord = { ...newRecord(tabId), entry: opening.entry }
  let waiting: Own[] = []
  let takeBack = () => {}
  let sent: Sending[] = []
  /** Turned away, or answered by nobody: they go with the next. */
  let failed: readonly Sending[] = []

  const write = () => {
    record = { ...record, thread: { ...newThread, open: { ...open } }, writtenAt: clock.now(), aheadMs: clock.ahead() }
    writeRecord(ports.sessionStore, record)
  }
  const whole = (event: Own) => ({ ...common, ...event }) as HelpEvent
  const unsent = () => [...failed.flatMap(({ events }) => events), ...waiting]
  const body = (later?: true) =>
    JSON.stringify({ sentAt: clock.now(), later, webdriver: ports.isDriven || undefined, common, events: unsent() })
  const standBy = () => {
    const takeBackOld = takeBack
    takeBack = (unsent()[0] && sendLater?.(url, body(true))) || (() => {})
    takeBackOld()
  }
  const tell = (fields: EventFields, ts = clock.now(), eventId = uuidv7(ts, random)) => {
    const seq = record.seq + 1
    const event = { ...fields, id: eventId, seq, ts, activeAt: record.seq === 0 ? null : open.lastAt }
    if (fields.name !== 'help.article.progress') open.lastAt = ts
    record = { ...record, seq, activeAt: open.lastAt, provedAt: open.lastAt }
    waiting.push(event)
    write()
    journal?.put({ key: eventId, event: whole(event) }).catch(() => {})
    standBy()
  }
  const flush = async () => {
    const events = unsent()
    if (!events[0]) return
    const sending = { events, answer: ports.send(url, body()) }
    waiting = []
    failed = []
    sent.push(sending)
    standBy()
    const answer = await sending.answer.catch(() => null)
    if (answer?.status === ACCEPTED || !sent.includes(sending)) return
    sent = sent.filter((one) => one !== sending)
    failed = [...failed, sending]
    standBy()
  }
  tell({ name: 'help.article.open', article, ...opening, words: wordsOn(article), previousId: null }, at, id)
  return {
    session: { id, startedAt: open.startedAt, entry: opening.entry },
    tell: (fields) => tell(fields),
    act(at) {
      if (!isIdle(help, open.lastAt, at)) open.lastAt = Math.max(open.lastAt, at)
    },
    hasEnded: () => isIdle(help, open.lastAt, clock.now()),
    isFull: () => unsent().length >= MOST_EVENTS,
    leave({ isGone }) {
      if (open.lastAt > record.provedAt) tell({ name: 'help.article.progress', cause: 'hidden' })
      record = { ...record, handedOver: isGone }
      write()
      void flush()
      if (isGone) release()
    },
    flush,
    handOver() {
      const underWay = [...sent, ...failed]
      sent = []
      return {
        article,
        opening,
        // As of the last event: the engine hears of all that was done since, however long ago.
        record: {
          ...record,
          thread: { ...newThread, open: { ...open, lastAt: record.provedAt } },
          writtenAt: open.startedAt,
        },
        visitorId: common.visitorId,
        release,
        waiting: waiting.map(whole),
        sent: underWay.map(({ events, answer }) => ({ events: events.map(whole), answer })),
        takeBack,
      }
    },
    drop() {
      sent = []
      takeBack()
      release()
    },
  }
}
