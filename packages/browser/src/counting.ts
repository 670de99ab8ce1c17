import {
  ACTIVITY_OF,
  type ArticleOpen,
  type ArticleRef,
  advanceTab,
  type EventFields,
  type HelpEvent,
  help,
  idleEndAt,
  tailOf,
  uuidv7,
} from '@helptally/core'
import type { Opening } from './classifyByAddress.js'
import type { HelpOptions, HelpState } from './helpEngine.js'
import { wordsOn } from './page/articleOn.js'
import type { Intent } from './page/intent.js'
import type { Place } from './page/place.js'
import { createPassing } from './passing.js'
import type { Ports } from './ports/ports.js'
import { newRecord, type TabRecord, writeRecord } from './tabRecord.js'
import { afterStep, hasUnprovedActivity, isNews, sessionOf, tellNext } from './tellNext.js'

/** An active reader's tab gives proof of it at least this often. */
const PROGRESS_MS = 120_000
/** Raw input is written when it is so much later than the last that was: a crash loses no more. Leaving writes at once. */
const STAMP_MS = 1_000

/** The count of one claimed tab. Times are epoch ms. */
export interface Counting {
  readonly visitorId: string
  /** Raw input of the reader. */
  act(at: number): void
  open(article: ArticleRef, opening: Opening, place: Place, at: number): void
  /** The article shown last only led to another page: its opening is not told, if it still waits. */
  passBy(): void
  note(fields: Exclude<EventFields, ArticleOpen>, place: Place, at: number): void
  /** Time has passed. */
  tick(at: number): void
  /** The tab may not come back: what only memory knows is told and written. */
  settle(place: Place, at: number): void
  /** Another document of this tab follows. */
  handOver(intent: Intent | null): void
  /** What this document knows of the tab, should no storage know it when it comes back. */
  known(): TabRecord
  /**
   * The tab id belongs to the tab that this one was copied from, as it turns out late: goes on under another.
   * The answer is the session that was copied too, and given back; null when there was none.
   */
  fork(tabId: string): string | null
  stop(): void
}

export interface CountingParts {
  readonly ports: Ports
  options(): HelpOptions
  readonly record: TabRecord
  readonly visitorId: string
  place(): Place
  onEvent(event: HelpEvent): void
  onChange(change: Pick<HelpState, 'session'>): void
  /** Asked before each writing: the reader may have refused elsewhere, unheard. */
  mayStore(): boolean
  /** Whether the record could be stored, told when that changes. True at first. */
  onStored(isStored: boolean): void
}

export function startCounting({
  ports,
  options,
  visitorId,
  place,
  onEvent,
  onChange,
  onStored,
  mayStore,
  ...parts
}: CountingParts): Counting {
  const { clock, random, sessionStore } = ports
  clock.goOnFrom(parts.record.writtenAt, parts.record.aheadMs)
  let record: TabRecord = { ...parts.record, intent: null, handedOver: false }
  /** Numbers begin again under another tab id, and so do the ids of events. */
  const newTail = () => tailOf(uuidv7(clock.now(), random))
  let idTail = newTail()
  let isStored = true
  let storedActivityAt = 0
  let isOver = false
  let isToWrite = false
  const passing = createPassing(clock)
  let cancelIdle: (() => void) | undefined
  let cancelProgress: (() => void) | undefined

  const write = () => {
    isToWrite = false
    if (isOver || !mayStore()) return
    record = { ...record, writtenAt: clock.now(), aheadMs: clock.ahead() }
    const wasStored = isStored
    storedActivityAt = record.thread.open?.lastAt ?? 0
    isStored = writeRecord(sessionStore, record)
    if (isStored !== wasStored) onStored(isStored)
  }
  /** Once a tick: in a burst of events, writing would cost more than all the rest. */
  const writeSoon = () => {
    if (!isToWrite) queueMicrotask(() => isToWrite && write())
    isToWrite = true
  }
  /** What the machine makes of something that is no event. */
  const goOn = (type: 'activity' | 'tick', at: number) => {
    const step = advanceTab(help, record.thread, { type }, at)
    record = afterStep(record, step)
    if (!isNews(step)) return
    writeSoon()
    showSession()
  }
  const showSession = () => {
    if (isOver) return
    onChange({ session: sessionOf(record) })
    armIdle()
  }
  // Decided at each event; the timer only makes the end prompt. It is not moved by input: it looks again when it is due.
  const armIdle = () => {
    cancelIdle?.()
    const { open } = record.thread
    if (open && !isOver) cancelIdle = clock.after(Math.max(0, idleEndAt(help, open.lastAt) - clock.now()), checkIdle)
  }
  const checkIdle = () => {
    if (passing.holds()) return
    tick(clock.now())
    if (record.thread.open) armIdle()
  }
  const tick = (at: number) => {
    passing.settle()
    goOn('tick', at)
  }

  // On Back two documents of the tab overlap for some milliseconds: nothing is told before what the other wrote last.
  const noEarlier = (at: number) => Math.max(at, parts.record.writtenAt)
  const tell = (fields: EventFields, where: Place, happenedAt: number) => {
    const at = noEarlier(happenedAt)
    const next = tellNext(record, { fields, place: where, at, visitorId, idTail, options: options() })
    if (!next) return
    record = next.record
    writeSoon()
    if (next.isNews) showSession()
    onEvent(next.event)
  }

  const tellProgress = () => {
    cancelProgress = undefined
    if (passing.holds()) return
    tick(clock.now())
    if (hasUnprovedActivity(record)) tell({ name: 'help.article.progress', cause: 'hidden' }, place(), clock.now())
  }
  // A copy must not keep the record of the tab it was copied from, nor a tab its hand-over.
  write()
  showSession()
  const stopTimers = () => {
    passing.withdraw()
    cancelIdle?.()
    cancelProgress?.()
  }
  return {
    visitorId,
    act(actedAt) {
      const at = noEarlier(actedAt)
      tick(at)
      if (!record.thread.open) return
      if (at - record.provedAt >= PROGRESS_MS)
        return tell({ name: 'help.article.progress', cause: 'input' }, place(), at)
      goOn('activity', at)
      if (at - storedActivityAt >= STAMP_MS) write()
      cancelProgress ??= clock.after(record.provedAt + PROGRESS_MS - at, tellProgress)
    },
    open(article, opening, where, at) {
      const tellIt = () => {
        tell({ name: 'help.article.open', article, ...opening, words: wordsOn(article), previousId: null }, where, at)
        armIdle()
      }
      passing.settle()
      if (opening.nav === 'soft') passing.hold(tellIt)
      else tellIt()
    },
    passBy() {
      passing.withdraw()
      checkIdle()
    },
    note(fields, where, at) {
      if (ACTIVITY_OF[fields.name](fields as never) !== 'none') passing.settle()
      passing.behind(() => tell(fields, where, at))
    },
    tick(at) {
      if (!passing.holds()) tick(at)
    },
    settle(where, at) {
      tick(at)
      if (hasUnprovedActivity(record)) tell({ name: 'help.article.progress', cause: 'hidden' }, where, at)
      write()
      // A timer set by timers runs once a minute in a hidden tab; one set here is on time.
      armIdle()
    },
    handOver(intent) {
      record = { ...record, intent, handedOver: true }
      write()
      // The record stays ours until the next document reads it: vitals are told after this, and number on.
      stopTimers()
    },
    known: () => record,
    fork(tabId) {
      passing.settle()
      const { open } = record.thread
      const isCopied = open !== null && open.id === parts.record.thread.open?.id
      record = isCopied || !open ? newRecord(tabId) : { ...record, tabId, seq: 0 }
      idTail = newTail()
      write()
      showSession()
      return isCopied ? open.id : null
    },
    stop() {
      isOver = true
      stopTimers()
    },
  }
}
