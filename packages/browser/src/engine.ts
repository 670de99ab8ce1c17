import { articlePattern, type PageEvent, uuidv7 } from '@helptally/core'
import { choiceOf, readChoice, writeChoice } from './consent.js'
import { eventsUrl } from './eventsUrl.js'
import { type Head, isOpening, openingOf, type Seen, type Taped, type Told } from './head.js'
import type { ChatTold, Consent, HelpEngine, ShownResults, SiteFact, SiteTold } from './helpEngine.js'
import { createOutbox } from './outbox/outbox.js'
import type { Moment } from './page/heard.js'
import { placeAt } from './page/place.js'
import type { Ports } from './ports/ports.js'
import { type Input, type Reader, watchReader } from './reader.js'
import { readRecord } from './readRecord.js'
import { factOfSite } from './siteFact.js'
import { createTab } from './tab.js'
import type { TabRecord } from './tabRecord.js'
import { createWatches } from './watches.js'
import { type Waiting, whenSeen } from './whenSeen.js'
import { wipe } from './wipe.js'

export { browserPorts } from './ports/browserPorts.js'

export interface WholeEngine extends Omit<HelpEngine, 'showResults' | 'vote' | 'track'> {
  /** What the site tells of its reader. */
  tell(told: SiteTold): void
  stop(): void
}

const FLUSH_MS = 5_000

/** Joins the reader's consent, what the reader does and the count of this tab, and goes on from what the page has done without it. */
export function createEngine(ports: Ports, head: Head): WholeEngine {
  const { clock, lifecycle, page } = ports
  const { find, store, wasPrerendered, counted, isBack } = head
  const { show } = store
  // A page that is prerendered, or was never looked at, follows nobody's choice yet.
  let { options, chosen: chosenHere, countsFrom, before: past, tape, isSeen } = head
  /** The article that is counted already, until the reader refuses. */
  let known = isBack ? null : counted
  let reader: Reader | null = null
  let leaving = false
  /** From `pagehide` to the `pageshow` of a page that was in the bfcache, which turns visible before. */
  let isAway = false
  let waiting: Waiting | undefined
  /** When the page before this one was left, as far as anybody can tell, epoch ms. */
  let shownAt = isBack ? clock.now() : head.bornAt

  const isHome = isAt(options.home ?? '/')
  const newId = () => uuidv7(clock.now(), ports.random)
  const choice = () => choiceOf(ports, chosenHere, options)
  const place = () => placeAt(page, store.getState().article)
  const outbox = createOutbox(ports, {
    url: () => eventsUrl(options),
    mayPost: stillConsents,
    flushMs: () => options.flushMs ?? FLUSH_MS,
  })

  const watches = createWatches({ ports, find, place, onInput: submit })
  const tab = createTab({
    ports,
    options: () => options,
    newId,
    place,
    openShown: (at) => reader?.openShown(at),
    onEvent,
    mayStore: stillConsents,
    onChange: show,
    onReady(record) {
      watches.start()
      outbox.recover(record, shownAt)
    },
    answers: {
      onRefusal: () => follow('refused'),
      give: (article, bornAt) => reader?.give(article, bornAt),
    },
    bornAt: head.bornAt,
    wasPrerendered,
    counted: isBack ? null : counted,
    remembered: isBack && counted ? counted.record : null,
  })

  function onEvent(event: PageEvent | undefined): void {
    if (!event || !stillConsents()) return
    outbox.add(event)
    if (isOpening(event)) watches.opened(event)
    if (leaving) queueMicrotask(outbox.leave)
  }
  /** Read while it is prerendered, the storage of a page is read again when it is shown. */
  function tabBefore(): string | null {
    if (!lifecycle.prerendering || choice() !== 'granted') return null
    return readRecord(ports.sessionStore, clock)?.tabId ?? null
  }
  const moment = () => ({ at: clock.now(), url: page.url() })
  function watch(): Reader {
    const record = store.getState().consent === 'granted' ? readRecord(ports.sessionStore, clock) : null
    if (record) goOnFrom(record)
    return watchReader({
      ports,
      find,
      isHome,
      intentBefore: record?.intent ?? null,
      counted: known,
      newId,
      sessionId() {
        tab.tick()
        const { status, session } = store.getState()
        return status === 'ready' && session ? session.id : null
      },
      onInput: submit,
      onAct: watches.act,
      onLeft(at) {
        submit(watches.readUntil(at))
        watches.end()
      },
      onArticle(article) {
        if (article) watches.shown(article.id)
        show({ article })
      },
    })
  }

  /** The page began to tell the time before anybody knew how far its tab is ahead of the wall clock. */
  function goOnFrom({ writtenAt, aheadMs }: TabRecord): void {
    const before = clock.ahead()
    clock.goOnFrom(writtenAt, aheadMs)
    const behindMs = clock.ahead() - before
    past = past.map((taped) => ({ ...taped, at: taped.at + behindMs }))
    tape = tape.map((taped) => ({ ...taped, at: taped.at + behindMs }))
    if (countsFrom !== null) countsFrom += behindMs
  }
  /** What is on screen when somebody begins to watch. */
  function present(): readonly Taped[] {
    const seen: Seen = { ...moment(), nav: page.loadedBy, failed: page.failed, isFirst: true }
    return chosenHere ? [{ ...moment(), at: chosenHere.at, chosen: true }, seen] : [seen]
  }
  /** Does what the reader's choice asks for, made here or in another tab. */
  function follow(consent: Consent, { isBack } = { isBack: false }): void {
    show(consent === 'refused' ? { consent, article: null } : { consent })
    if (consent === 'refused') {
      reader?.stop()
      reader = null
      watches.rest()
      past = []
      tape = []
      known = null
      tab.shut()
      outbox.clear()
      wipe(ports)
      return
    }
    if (!reader) {
      reader = watch()
      if (![...past, ...tape].some(isFirstSeen)) past = present()
    }
    hear(past)
    past = []
    if (consent === 'granted') {
      if (!stillConsents()) return
      tab.start({ isBack, at: countsFrom ?? clock.now() })
      countsFrom = null
    }
    hear(tape)
    tape = []
    look()
  }
  function hear(taped: readonly Taped[]): void {
    for (const each of taped) {
      if ('event' in each) reader?.hear(each)
      else if ('nav' in each) reader?.see(each)
      else if ('hidden' in each) hearHidden(each)
      else if ('chosen' in each) reader?.answered(each.at)
      else hearTold(each)
    }
  }
  function hearHidden({ hidden, ...when }: Moment & { readonly hidden: boolean }): void {
    if (hidden) settle(when)
    watches.look(!hidden, when.at)
  }
  function hearTold({ told, ...when }: Told): void {
    if (isOfChat(told)) hearChat(told, when.at)
    else if (isResults(told)) reader?.showResults(told, when)
    else hearFact(told, when)
  }
  function hearFact(fact: SiteFact, { url, at }: Moment): void {
    const { article } = store.getState()
    const fields = factOfSite(fact, article, page)
    const where = placeAt(page, article, url)
    if (fields) submit((counting) => counting.note(fields, where, at))
  }
  /** Its code may come late: what it tells is of the visitor who was there then, or of nobody. */
  function hearChat({ chat }: ChatTold, at: number): void {
    submit(({ visitorId }) =>
      chat.then((eventOf) =>
        submit((counting) => {
          if (counting.visitorId === visitorId) onEvent(eventOf(counting, ports, options.site, at))
        }),
      ),
    )
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

  /** What is heard late may have ended with a hidden page. */
  function look(): void {
    watches.look(!lifecycle.hidden, clock.now())
    if (lifecycle.hidden) submit(watches.readUntil(clock.now()))
  }
  function hide(): void {
    heedRefusal()
    settle(moment())
    look()
    outbox.leave()
  }
  function settle(when: Moment): void {
    reader?.leave(when)
    tab.settle(placeAt(page, store.getState().article, when.url), when.at)
  }

  const stops: (() => void)[] = [
    lifecycle.onReturn(() => {
      leaving = false
      isAway = false
      shownAt = clock.now()
      // The article was shown again, whether that counts yet or not.
      if (store.getState().status === 'off') reader?.lookAgain()
      followOthers({ isBack: true })
      if (tab.resume()) reader?.lookAgain()
    }),
    lifecycle.onVisibility(() => {
      leaving = lifecycle.hidden
      if (leaving) return hide()
      look()
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
      reader?.leave(moment())
      tab.park(reader?.takeIntent() ?? null, watches.readUntil(clock.now()))
      watches.rest()
      outbox.park()
    }),
  ]

  const engine: WholeEngine = {
    store,
    configure(change) {
      options = { ...options, ...change }
      if (reader && store.getState().consent === 'unknown') follow(choice())
    },
    setConsent(chosen) {
      if (ports.refusesBySignal) return follow('refused')
      chosenHere = { choice: chosen, at: clock.now() }
      writeChoice(ports, chosen)
      if (chosen === 'refused') tab.tellRefusal()
      // A page that nobody has looked at yet begins when it is seen.
      if (chosen === 'granted' && !isSeen) return show({ consent: chosen })
      follow(chosen)
    },
    tell: (told) => hearTold({ told, ...moment() }),
    stop() {
      for (const stop of stops) stop()
      watches.rest()
      waiting?.stop()
      reader?.stop()
      tab.shut()
      outbox.clear()
    },
  }
  if (counted) outbox.inherit(counted)
  if (known) {
    // Who counted it without the engine had looked at it.
    watches.look(true, head.bornAt)
    watches.opened(openingOf(known))
  }
  if (isSeen) {
    // What was chosen elsewhere waits until this page is looked at.
    follow(store.getState().consent, { isBack })
    heedRefusal()
  } else waiting = whenSeen(ports, wasPrerendered ? { tabId: tabBefore() } : null, begin)
  return engine
}

function isAt(pattern: string): (pathname: string) => boolean {
  const find = articlePattern(pattern)
  return (pathname) => find(pathname) !== null
}

function isResults(told: SiteTold): told is ShownResults {
  return 'query' in Object(told)
}

function isOfChat(told: SiteTold): told is ChatTold {
  return typeof (told as Partial<ChatTold> | null)?.chat?.then === 'function'
}

function isFirstSeen(taped: Taped): boolean {
  return 'isFirst' in taped
}
