import { articlePattern, uuidv7 } from '@helptally/core/page'
import { classifyByAddress, mayComeFromTab } from './classifyByAddress.js'
import { choiceOf, writeChoice } from './consent.js'
import type { WholeEngine } from './engine.js'
import { eventsUrl } from './eventsUrl.js'
import { countFirst, type FirstCount } from './firstCount.js'
import type { Head, Taped } from './head.js'
import type { Consent, HelpEngine, HelpOptions, SiteTold } from './helpEngine.js'
import { createHelpStore } from './helpStore.js'
import { lockName, TAB_LOCK } from './lockName.js'
import { articleOn } from './page/articleOn.js'
import { closestOn, type Heard, hearReader } from './page/heard.js'
import type { Channel, FirstPorts } from './ports/ports.js'
import { RECORD_KEY } from './tabRecord.js'
import type { Left } from './tabTalk.js'
import { wipe } from './wipe.js'

export interface RunningEngine extends HelpEngine {
  track(told: SiteTold): void
  stop(): void
}

/** Loads the code of the engine; the answer starts it. */
export type LoadEngine = () => PromiseLike<(head: Head) => WholeEngine>

/** Events wait for others until so long none has come, and no longer than this. Once they have arrived the engine is loaded. */
const QUIET_MS = 1_000
const LONGEST_WAIT_MS = 2_000
/** When the engine did not come, offline say, all is tried again. */
const TRY_AGAIN_MS = 30_000
/** Acts are kept until the engine comes, the latest of them. */
const LONGEST_TAPE = 50
/** What a pointer or a key on it may lead to needs the engine. */
const LEADS_ON = 'a[href], input, [data-help-article], [data-help-search], [data-help-contact]'

/**
 * The page before its engine: follows the reader's choice, and counts the first article of a new tab by itself. Whatever
 * else happens calls the engine, which hears of it from the tape.
 */
export function startPage(options: HelpOptions, ports: FirstPorts, loadEngine: LoadEngine): RunningEngine {
  const { clock, lifecycle, locks, page, refusesBySignal } = ports
  const find = articlePattern(options.articles)
  /** All that the engine gets to know, as it stands. */
  const head: { -readonly [K in keyof Head]: Head[K] } = {
    options,
    store: createHelpStore(() => ({
      consent: choiceOf(ports, head.chosen, head.options),
      refusedBySignal: refusesBySignal,
    })),
    find,
    bornAt: clock.now(),
    wasPrerendered: lifecycle.prerendering,
    isSeen: false,
    isBack: false,
    chosen: null,
    countsFrom: null,
    counted: null,
    before: [],
    tape: [],
  }
  const { store } = head
  let engine: WholeEngine | undefined
  let first: FirstCount | undefined
  let channel: Channel | null = null
  /** What is on screen. */
  let path = ''
  let isLoading = false
  let hasComplained = false
  let wasHidden = false
  let isAway = false
  /** Counts at once what waits for an answer, from the locks or from the engine. */
  let hurry = () => {}
  /** Lets go of a tab id that nothing was counted under. */
  let letGo = () => {}
  let cancelFlush = () => {}

  const isRefused = () => store.getState().consent === 'refused'
  const keep = (taped: object) => {
    head.tape = [...head.tape, { at: clock.now(), url: page.url(), ...taped } as Taped]
  }
  /** Something has happened that only the engine can tell: so is all that follows. */
  const isForEngine = () => head.tape.some((taped) => 'nav' in taped || 'told' in taped)
  const see = (nav = page.loadedBy) => {
    path = page.url().pathname
    keep({ nav, failed: page.failed, isFirst: true })
  }

  const load = () => {
    if (engine || isLoading || isAway || isRefused()) return
    isLoading = true
    loadEngine().then(
      (create) => {
        isLoading = false
        if (isAway || isRefused() || stops.length === 0) return
        stop()
        letGo()
        engine = create({ ...head, counted: first?.handOver() ?? head.counted })
      },
      (error) => {
        isLoading = false
        if (head.countsFrom !== null) deliverIn(TRY_AGAIN_MS)
        if (hasComplained) return
        hasComplained = true
        console.error(
          '[helptally] Expected the code of the engine, found none: only the first article counts until it comes. Serve all chunks of the build, and allow them in the Content-Security-Policy.',
          error,
        )
      },
    )
  }
  const call = (taped: object) => {
    if (isRefused()) return
    keep(taped)
    load()
  }
  const tell = (told: SiteTold) => (engine ? engine.tell(told) : call({ told }))
  const act = (taped: Taped) => {
    if ('event' in taped && !/click|submit/.test(taped.event.type)) first?.act(taped.at)
  }
  /** Whether the session has ended that is counted here. What follows is the engine's. */
  const hasEnded = () => {
    if (!first?.hasEnded()) return false
    store.show({ session: null })
    return true
  }
  const hear = (heard: Heard) => {
    if (isRefused()) return
    keep(heard)
    const acts = head.tape.filter((taped) => 'event' in taped)
    if (acts.length > LONGEST_TAPE) head.tape = head.tape.filter((taped) => taped !== acts[0])
    act(heard)
    if (hasEnded() || (/click|down|submit/.test(heard.event.type) && closestOn(heard.path, LEADS_ON))) load()
  }
  /** Only a refusal concerns a page that has no engine yet. */
  const openChannel = () => {
    channel ??= ports.openChannel(follow)
    return channel
  }
  const stopWaiting = () => {
    cancelFlush()
    channel?.close()
    channel = null
  }
  /** A cookie that merely went missing changes nothing. */
  const choice = () => {
    const chosen = choiceOf(ports, head.chosen, head.options)
    return chosen === 'unknown' ? store.getState().consent : chosen
  }
  const follow = (): Consent => {
    const consent = choice()
    const wasRefused = isRefused()
    if (consent !== store.getState().consent) store.show({ consent })
    if (consent === 'refused') forget()
    // Nobody has watched meanwhile.
    else if (wasRefused && head.isSeen) see()
    if (consent === 'granted' && head.isSeen && head.countsFrom === null) begin()
    return consent
  }
  /** A refusal made elsewhere holds at once, heard of or not. A consent waits until this page is looked at. */
  const heedRefusal = () => {
    if (choice() === 'refused') follow()
  }
  const forget = () => {
    stopWaiting()
    hurry = () => {}
    letGo()
    first?.drop()
    first = undefined
    Object.assign(head, { counted: null, countsFrom: null, before: [], tape: [] })
    store.show({ status: 'off', tabId: null, session: null, article: null })
    wipe(ports)
  }
  const deliverSoon = () => {
    const longest = Math.min(head.options.flushMs ?? LONGEST_WAIT_MS, LONGEST_WAIT_MS)
    deliverIn(Math.max(0, Math.min(QUIET_MS, head.countsFrom! + longest - clock.now())))
  }
  const deliverIn = (ms: number) => {
    cancelFlush()
    cancelFlush = clock.after(ms, () => {
      if (follow() === 'granted') Promise.resolve(first?.flush()).then(load)
    })
  }
  const isNewTab = () => {
    try {
      return ports.sessionStore?.getItem(RECORD_KEY) === null
    } catch {
      return false
    }
  }
  const begin = () => {
    const at = clock.now()
    Object.assign(head, { isBack: false, countsFrom: at, before: head.tape, tape: [] })
    openChannel()
    deliverSoon()
    const nav = page.loadedBy
    if (head.options.beforeSend || page.wasDiscarded || nav === 'soft' || !locks || !isNewTab()) return load()
    const article = articleOn(page, find)
    if (!article) return
    store.show({ status: 'claiming' })
    const tabId = uuidv7(at, ports.random)
    const opening = classifyByAddress(nav, page, find)
    const count = (release: () => void) => {
      hurry = () => {}
      letGo = () => {}
      if (first || engine || follow() !== 'granted') return release()
      const { site } = head.options
      first = countFirst({ ports, site, url: eventsUrl(head.options), tabId, article, opening, at, release })
      for (const taped of head.tape) act(taped)
      store.show({ status: 'ready', tabId, article, session: first.session })
    }
    hurry = () => count(() => {})
    Promise.all([locks.tryTake(lockName(tabId)), locks.held()]).then(([release, held]) => {
      const isAlone = !held.some((name) => name.startsWith(TAB_LOCK) && name !== lockName(tabId))
      if (engine || isAlone || !mayComeFromTab(opening, page) || follow() !== 'granted') return count(release!)
      // The engine asks the other tabs; who leaves before it has come is counted by what is known.
      hurry = () => count(release!)
      letGo = release!
      load()
    }, load)
  }
  /** From its first moment. */
  const isEngines = () => !page.onNavigate || head.wasPrerendered
  const look = () => {
    if (isEngines()) {
      if (!lifecycle.hidden && !lifecycle.prerendering) follow()
      return load()
    }
    if (lifecycle.hidden) {
      wasHidden = true
      heedRefusal()
      if (first || isLoading) keep({ hidden: true })
      return isForEngine() && !isAway ? void first?.flush() : first?.leave({ isGone: isAway })
    }
    if (isAway) return
    if (wasHidden && (first || isLoading)) keep({ hidden: false })
    // Who comes back may have been away for long.
    if (hasEnded() || (first && wasHidden)) load()
    if (!head.isSeen) {
      head.isSeen = true
      see()
      stops.push(
        hearReader(ports, hear),
        page.onNavigate!((nav) => {
          // Routers rewrite the address that they find.
          if (page.url().pathname !== path) call({ nav, failed: false })
          path = page.url().pathname
        }),
      )
    }
    follow()
  }
  const stops = [
    lifecycle.onVisibility(look),
    lifecycle.onLeave(() => {
      heedRefusal()
      hurry()
      isAway = true
      first?.leave({ isGone: true })
      if (first) channel?.post({ type: 'left', tabId: store.getState().tabId! } satisfies Left)
      stopWaiting()
    }),
    lifecycle.onReturn(() => {
      isAway = false
      Object.assign(head, { isBack: true, counted: first?.handOver() ?? null, countsFrom: null, before: [], tape: [] })
      first = undefined
      if (head.isSeen && !isRefused()) see('history')
      if (choice() === 'granted') head.countsFrom = clock.now()
      follow()
      load()
    }),
    // The site may still configure: its own module runs after the one that started us.
    clock.after(0, look),
  ]
  const stop = () => {
    stopWaiting()
    for (const each of stops.splice(0)) each()
  }

  return {
    store,
    configure(change) {
      head.options = { ...head.options, ...change }
      if (engine) engine.configure(change)
      else if (head.isSeen) follow()
    },
    setConsent(chosen) {
      if (engine || refusesBySignal) return engine?.setConsent(chosen)
      head.chosen = { choice: chosen, at: clock.now() }
      keep({ chosen: true })
      writeChoice(ports, chosen)
      // Other tabs have to hear of it.
      if (chosen === 'refused') openChannel()?.post({ type: 'refused' })
      follow()
      if (isEngines()) look()
    },
    showResults: tell,
    track: tell,
    vote(value, more) {
      if (!engine) heedRefusal()
      const { article, consent } = store.getState()
      if (consent !== 'granted') return
      const vote = { name: 'help.feedback.vote', value } as const
      if (
        engine ||
        more ||
        !article ||
        head.options.beforeSend ||
        !first ||
        hasEnded() ||
        first.isFull() ||
        isForEngine()
      )
        return tell({ ...vote, ...more })
      first.tell({ ...vote, article })
      deliverSoon()
    },
    stop() {
      stop()
      letGo()
      if (engine) engine.stop()
      else first?.drop()
    },
  }
}
