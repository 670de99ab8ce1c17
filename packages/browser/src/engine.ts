import { uuidv7 } from '@helptally/core'
import { createStore } from 'zustand/vanilla'
import { articlePattern } from './articlePattern.js'
import { readChoice, writeChoice } from './consent.js'
import type { Consent, HelpEngine, HelpOptions, HelpState } from './helpEngine.js'
import { createOutbox } from './outbox/outbox.js'
import { placeAt } from './page/place.js'
import type { Ports } from './ports/ports.js'
import { type Input, type Reader, watchReader } from './reader.js'
import { createTab } from './tab.js'
import { readRecord } from './tabRecord.js'
import { watchVitals } from './watchVitals.js'
import { type Waiting, whenSeen } from './whenSeen.js'
import { wipe } from './wipe.js'

export interface RunningEngine extends HelpEngine {
  stop(): void
}

const DEFAULT_BASE = '/api/help'
const FLUSH_MS = 5_000

/** Joins the reader's consent, what the reader does and the count of this tab. */
export function createEngine(initial: HelpOptions, ports: Ports): RunningEngine {
  const { clock, lifecycle, page, random } = ports
  let options = initial
  const wasPrerendered = lifecycle.prerendering
  let reader: Reader | null = null
  let leaving = false
  /** From `pagehide` to the `pageshow` of a page that was in the bfcache, which turns visible before. */
  let isAway = false
  /** A page that is prerendered, or was never looked at, follows nobody's choice yet. */
  let isSeen = false
  let waiting: Waiting | undefined
  /** When the reader last chose on this page, epoch ms: an act, even when nobody was watching. */
  let chosenAt = Number.NEGATIVE_INFINITY
  /** What was chosen then: where cookies are blocked nothing else remembers it. */
  let answered: 'granted' | 'refused' | null = null

  const find = articlePattern(initial.articles)
  const isHome = isAt(initial.home ?? '/')
  const newId = () => uuidv7(clock.now(), random)
  const choice = (): Consent => {
    const chosen = readChoice(ports)
    if (chosen !== 'unknown') return chosen
    return answered ?? (options.consent === 'granted' ? 'granted' : 'unknown')
  }
  const store = createStore<HelpState>(() => ({
    consent: choice(),
    refusedBySignal: ports.refusesBySignal,
    status: 'off',
    tabId: null,
    session: null,
    article: null,
    degraded: [],
  }))
  const show = (change: Partial<HelpState>) => {
    try {
      store.setState(change)
    } catch (error) {
      console.error('[helptally] A subscriber of the store threw; counting goes on.', error)
    }
  }
  const place = () => placeAt(page, store.getState().article)
  const outbox = createOutbox(ports, {
    url: () => `${(options.base ?? DEFAULT_BASE).replace(/\/$/, '')}/events`,
    mayPost: stillConsents,
    flushMs: () => options.flushMs ?? FLUSH_MS,
  })

  const vitals = watchVitals(ports, find, (vital, where, at) => submit((counting) => counting.note(vital, where, at)))
  const tab = createTab({
    ports,
    options: () => options,
    newId,
    place,
    openShown: (at) => reader?.openShown(at),
    onEvent(event) {
      if (!stillConsents()) return
      outbox.add(event)
      if (leaving) queueMicrotask(outbox.leave)
    },
    mayStore: stillConsents,
    onChange: show,
    onReady(record) {
      vitals.start()
      outbox.recover(record)
    },
    answers: {
      onRefusal: () => follow('refused'),
      give: (article, bornAt) => reader?.give(article, bornAt),
    },
  })

  function watch(): Reader {
    const record = store.getState().consent === 'granted' ? readRecord(ports.sessionStore, clock) : null
    if (record) clock.goOnFrom(record.writtenAt, record.aheadMs)
    return watchReader({
      ports,
      find,
      isHome,
      before: { intent: record?.intent ?? null, actedAt: chosenAt },
      newId,
      sessionId() {
        tab.tick()
        const { status, session } = store.getState()
        return status === 'ready' && session ? session.id : null
      },
      onInput: submit,
      onArticle(article) {
        if (article) vitals.shown(article.id)
        show({ article })
      },
    })
  }

  /** Does what the reader's choice asks for, made here or in another tab. */
  function follow(consent: Consent, { isBack } = { isBack: false }): void {
    show(consent === 'refused' ? { consent, article: null } : { consent })
    if (consent === 'refused') {
      reader?.stop()
      reader = null
      tab.shut()
      outbox.clear()
      wipe(ports)
      return
    }
    reader ??= watch()
    if (consent === 'granted') tab.start({ isBack })
  }
  function begin(): void {
    isSeen = true
    follow(choice())
  }
  /** Another tab may have chosen since. A cookie that merely went missing changes nothing. */
  function followOthers(how = { isBack: false }): void {
    const chosen = readChoice(ports)
    if (isSeen && chosen !== 'unknown' && chosen !== store.getState().consent) follow(chosen, how)
  }
  /** A refusal made elsewhere holds at once. A consent waits until this page is looked at: only then is anybody reading. */
  function heedRefusal(): void {
    if (readChoice(ports) === 'refused') followOthers()
  }
  function stillConsents(): boolean {
    heedRefusal()
    return store.getState().consent === 'granted'
  }

  /** Nothing is stored after a refusal that this tab has not heard of. */
  function submit(input: Input): void {
    if (stillConsents()) tab.submit(input)
  }

  function hide(): void {
    heedRefusal()
    reader?.leave()
    tab.settle()
    outbox.leave()
  }

  const stops: (() => void)[] = [
    lifecycle.onReturn(() => {
      leaving = false
      isAway = false
      // The article was shown again, whether that counts yet or not.
      if (store.getState().status === 'off') reader?.lookAgain()
      followOthers({ isBack: true })
      if (tab.resume()) reader?.lookAgain()
    }),
    lifecycle.onVisibility(() => {
      leaving = lifecycle.hidden
      if (leaving) return hide()
      if (isAway) return
      followOthers()
      tab.tick()
      outbox.probe()
    }),
    lifecycle.onOnline(outbox.probe),
    lifecycle.onLeave(() => {
      leaving = true
      isAway = true
      waiting?.hurry()
      heedRefusal()
      reader?.leave()
      tab.park(reader?.takeIntent() ?? null)
      outbox.park()
    }),
    // The site may still configure: its own module runs after the one that started us.
    clock.after(0, () => {
      waiting = whenSeen(ports, { wasPrerendered }, begin)
    }),
  ]

  return {
    store,
    configure(change) {
      options = { ...options, ...change }
      if (reader && store.getState().consent === 'unknown') follow(choice())
    },
    setConsent(chosen) {
      if (ports.refusesBySignal) return follow('refused')
      chosenAt = clock.now()
      answered = chosen
      writeChoice(ports, chosen)
      if (chosen === 'refused') tab.tellRefusal()
      // A page that nobody has looked at yet begins when it is seen.
      if (chosen === 'granted' && !isSeen) return show({ consent: chosen })
      follow(chosen)
    },
    showResults(shown) {
      if (typeof shown.query === 'string') reader?.showResults(shown)
    },
    vote(value) {
      const { article } = store.getState()
      const [where, at] = [place(), clock.now()]
      if (article) submit((counting) => counting.note({ name: 'help.feedback.vote', article, value }, where, at))
    },
    stop() {
      for (const stop of stops) stop()
      waiting?.stop()
      reader?.stop()
      tab.shut()
      outbox.clear()
    },
  }
}

function isAt(pattern: string): (pathname: string) => boolean {
  const find = articlePattern(pattern)
  return (pathname) => find(pathname) !== null
}
