import {
  type ArticleOpen,
  type ArticleRef,
  advance,
  EVENT_VERSION,
  type EventFields,
  factOf,
  type HelpEvent,
  help,
  idleEndAt,
  lastActivityOf,
  type Step,
  uuidv7,
} from '@helptally/core'
import type { HelpOptions, HelpState } from './helpEngine.js'
import type { Intent } from './page/intent.js'
import type { Ports } from './ports/ports.js'
import { type TabRecord, writeRecord } from './tabRecord.js'

/** An active reader's tab gives proof of it at least this often. */
export const PROGRESS_MS = 120_000
/** The stamp of raw input is written at most this often; leaving writes it at once. */
export const STAMP_MS = 1_000

/** Where an event happened. */
export interface Place {
  readonly page: string
  readonly article: ArticleRef | null
  readonly locale?: string
}

export type Opening = Pick<ArticleOpen, 'entry' | 'via' | 'nav' | 'queryId' | 'position' | 'listId'>

/** The count of one claimed tab. Times are epoch ms. */
export interface Counting {
  /** Raw input of the reader. */
  act(at: number): void
  open(article: ArticleRef, opening: Opening, place: Place, at: number): void
  note(fields: Exclude<EventFields, ArticleOpen>, place: Place, at: number): void
  /** Time has passed. */
  tick(at: number): void
  /** The tab may not come back: what only memory knows is told and written. */
  settle(place: Place, at: number): void
  /** Another document of this tab follows. */
  handOver(intent: Intent | null): void
  stop(): void
}

export interface CountingParts {
  readonly ports: Ports
  readonly options: HelpOptions
  readonly record: TabRecord
  readonly visitorId: string
  place(): Place
  onEvent(event: HelpEvent): void
  onChange(change: Partial<Pick<HelpState, 'session' | 'degraded'>>): void
}

export function startCounting({
  ports,
  options,
  visitorId,
  place,
  onEvent,
  onChange,
  ...parts
}: CountingParts): Counting {
  const { clock, random, sessionStore } = ports
  let record: TabRecord = { ...parts.record, intent: null, handedOver: false }
  let writtenAt = 0
  let cancelIdle: (() => void) | undefined
  let cancelProgress: (() => void) | undefined

  const write = () => {
    writtenAt = clock.now()
    writeRecord(sessionStore, record)
  }
  const take = ({ state, effects }: Step, changes: Partial<TabRecord>) => {
    record = { ...record, thread: state, activeAt: state.open?.lastAt ?? record.activeAt, ...changes }
    if (effects.every((effect) => effect.type === 'continued')) return
    write()
    showSession()
  }
  const showSession = () => {
    const { open } = record.thread
    onChange({ session: open && { id: open.id, startedAt: open.startedAt, entry: record.entry } })
    armIdle()
  }
  // Decided at each event; the timer only makes the end prompt. It is not moved by input: it looks again when it is due.
  const armIdle = () => {
    cancelIdle?.()
    const { open } = record.thread
    if (open) cancelIdle = clock.after(Math.max(0, idleEndAt(help, open.lastAt) - clock.now()), checkIdle)
  }
  const checkIdle = () => {
    tick(clock.now())
    if (record.thread.open) armIdle()
  }
  const tick = (at: number) => take(advance(help, record.thread, { type: 'tick' }, at), {})

  const tell = (fields: EventFields, { page, article, locale }: Place, at: number) => {
    const id = uuidv7(at, random)
    const step = advance(help, record.thread, factOf({ ...fields, id }), at)
    const { open } = step.state
    const event = keepOrDrop(options, {
      article,
      ...fields,
      ...(fields.name === 'help.article.open' && { previousId: open?.id === id ? open.previousId : null }),
      id,
      v: EVENT_VERSION,
      site: options.site,
      channel: help.channel,
      tabId: record.tabId,
      seq: record.seq + 1,
      sessionId: open?.id ?? null,
      visitorId,
      ts: at,
      activeAt: record.activeAt,
      page,
      ...(locale && { locale }),
    } as HelpEvent)
    if (!event) return
    take(step, {
      seq: event.seq,
      provedAt: lastActivityOf(event) ?? record.provedAt,
      ...(open?.id === id && event.name === 'help.article.open' && { entry: event.entry }),
    })
    write()
    onEvent(event)
  }
  const hasUnprovedActivity = () => record.thread.open !== null && record.thread.open.lastAt > record.provedAt

  const tellProgress = () => {
    cancelProgress = undefined
    tick(clock.now())
    if (hasUnprovedActivity()) tell({ name: 'help.article.progress', cause: 'hidden' }, place(), clock.now())
  }
  // A copy must not keep the record of the tab it was copied from, nor a tab its hand-over.
  write()
  showSession()
  return {
    act(at) {
      tick(at)
      if (!record.thread.open) return
      if (at - record.provedAt >= PROGRESS_MS)
        return tell({ name: 'help.article.progress', cause: 'input' }, place(), at)
      take(advance(help, record.thread, { type: 'activity' }, at), {})
      if (at - writtenAt >= STAMP_MS) write()
      cancelProgress ??= clock.after(record.provedAt + PROGRESS_MS - at, tellProgress)
    },
    open(article, opening, where, at) {
      tell({ name: 'help.article.open', article, ...opening, previousId: null }, where, at)
    },
    note: tell,
    tick,
    settle(where, at) {
      tick(at)
      if (hasUnprovedActivity()) tell({ name: 'help.article.progress', cause: 'hidden' }, where, at)
      write()
    },
    handOver(intent) {
      record = { ...record, intent, handedOver: true }
      write()
    },
    stop() {
      cancelIdle?.()
      cancelProgress?.()
    },
  }
}

/** Lets the site change or drop an event. What makes it countable stays as it was. */
function keepOrDrop({ beforeSend }: HelpOptions, event: HelpEvent): HelpEvent | null {
  if (!beforeSend) return event
  try {
    const changed = beforeSend(event)
    if (!changed) return null
    const { id, v, site, channel, tabId, seq, sessionId, ts, activeAt } = event
    return { ...changed, id, v, site, channel, tabId, seq, sessionId, ts, activeAt }
  } catch (error) {
    console.error(
      '[helptally] beforeSend threw, so the event was dropped. Expected it to answer the event, changed or not, or null.',
      error,
    )
    return null
  }
}
