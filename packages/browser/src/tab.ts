import type { HelpEvent } from '@helptally/core'
import { type Claim, claimInHaste, claimTab } from './claimTab.js'
import { type Counting, startCounting } from './counting.js'
import type { Counted } from './head.js'
import type { HelpOptions, HelpState } from './helpEngine.js'
import type { Given } from './offers.js'
import type { Intent } from './page/intent.js'
import type { Place } from './page/place.js'
import type { Ports } from './ports/ports.js'
import type { Input, Shown } from './reader.js'
import type { TabRecord } from './tabRecord.js'
import { openTabTalk, type TabAnswers, type TabTalk } from './tabTalk.js'
import { visitorId } from './visitor.js'

/** A page back from the bfcache asks for its lock only when the page before it has surely let go. */
const RECLAIM_MS = 50

/** This page's part in the life of its tab: claiming, counting, parked. */
export interface Tab {
  /** Counts the input now, or once the tab id is proven; drops it while nothing may be counted. */
  submit(input: Input): void
  /** The reader has consented, here or while the page was in the bfcache: from `at` (epoch ms) on everything counts. */
  start(how: { readonly isBack: boolean; readonly at: number }): void
  /** The page is looked at again. */
  tick(): void
  /** The page was hidden at `at` (epoch ms), and may not come back. */
  settle(where: Place, at: number): void
  /** The page is left, perhaps for good; `last` is counted before another document may follow. */
  park(intent: Intent | null, last: Input): void
  /** The page is back from the bfcache. Whether it counts again. */
  resume(): boolean
  /** The reader refuses: the other tabs have to know. */
  tellRefusal(): void
  /** Nothing counts any more. */
  shut(): void
}

export interface TabParts {
  readonly ports: Ports
  options(): HelpOptions
  newId(): string
  place(): Place
  /** The article that is on screen when counting begins. */
  openShown(at: number): Shown | undefined
  onEvent(event: HelpEvent): void
  mayStore(): boolean
  onChange(change: Partial<HelpState>): void
  onReady(record: TabRecord): void
  /** What this tab knows of the click that opened another. */
  readonly answers: TabAnswers
  /** When the document began, epoch ms. */
  readonly bornAt: number
  readonly wasPrerendered: boolean
  /** What the document knew when it went into the bfcache; null when it was just loaded. */
  readonly remembered: TabRecord | null
  /** The tab is claimed and counts already. */
  readonly counted: Pick<Counted, 'record' | 'visitorId' | 'release'> | null
}

export function createTab({
  ports,
  options,
  newId,
  place,
  openShown,
  onEvent,
  mayStore,
  onChange,
  onReady,
  answers,
  bornAt: documentBornAt,
  wasPrerendered,
  counted: countedBefore,
  remembered: rememberedBefore,
}: TabParts): Tab {
  const { clock, localStore, sessionStore } = ports
  let bornAt = documentBornAt
  /** Until the reader refuses: who consents again is another visitor. */
  let counted = countedBefore
  let status: HelpState['status'] = counted ? 'ready' : 'off'
  let counting: Counting | null = null
  let release = () => {}
  let giveUp = () => {}
  let talk: TabTalk | null = null
  let first: Shown | undefined
  let early: Input[] = []
  let remembered = rememberedBefore
  let claims = 0

  const become = (next: HelpState['status'], change: Partial<HelpState> = {}) => {
    status = next
    onChange({ status, ...change })
  }
  const openTalk = () => openTabTalk(ports, newId(), { ...answers, onTaken: fork })
  const claim = () => {
    const nth = ++claims
    become('claiming')
    if (nth !== claims) return
    talk ??= openTalk()
    void prove(talk, nth)
  }
  const reclaim = () => {
    become('claiming')
    // A refusal is heard at once.
    talk ??= openTalk()
    giveUp = clock.after(RECLAIM_MS, claim)
  }
  const goOn = () => {
    talk = openTalk()
    begin({ ...counted!, isNew: true, locked: true })
  }
  const prove = async (asked: TabTalk, nth: number) => {
    const overlaps = remembered !== null || wasPrerendered
    const won = await claimTab({ ports, talk: asked, newId, remembered, overlaps })
    const given = nth === claims && won.isNew && first?.mayBeOpened ? await asked.ask(first.article, bornAt) : undefined
    if (nth === claims) begin(won, given)
    else won.release()
  }
  const begin = ({ record, locked, release: letLockGo }: Claim, given?: Given) => {
    release = letLockGo
    if (!mayStore()) return
    talk?.own(record.tabId, { isProven: locked })
    const degraded = (isStored: boolean) => missing({ storage: isStored, locks: locked, channel: talk?.works ?? false })
    become('ready', { tabId: record.tabId, degraded: degraded(sessionStore !== null) })
    if (status !== 'ready') return
    counting = startCounting({
      ports,
      options,
      record,
      visitorId: counted?.visitorId ?? visitorId(localStore, clock.now(), newId),
      place,
      onEvent,
      mayStore,
      onChange,
      onStored: (isStored) => onChange({ degraded: degraded(isStored) }),
    })
    if (status !== 'ready') return shut()
    const inputs = first ? [first.count(given), ...early] : early
    first = undefined
    early = []
    for (const input of inputs) if (counting) input(counting)
    if (counting) onReady(record)
  }
  /** Without locks two copies may have believed the silence of a busy browser. The younger goes on as a tab of its own. */
  const fork = () => {
    const tabId = newId()
    const forkedFrom = counting?.fork(tabId)
    onChange({ tabId })
    talk?.own(tabId, { isProven: false })
    if (counting && forkedFrom) openShown(clock.now())?.count({ forkedFrom })(counting)
  }
  const letGo = (end: 'leave' | 'close') => {
    claims++
    giveUp()
    release()
    release = () => {}
    talk?.[end]()
    talk = null
  }
  const shut = () => {
    counting?.stop()
    counting = null
    first = undefined
    early = []
    remembered = null
    counted = null
    letGo('close')
    become('off', { tabId: null, session: null })
  }
  return {
    submit(input) {
      if (counting) input(counting)
      else if (status === 'claiming') early.push(input)
    },
    start({ isBack, at }) {
      if (status === 'ready' && !counting) return goOn()
      if (status !== 'off') return
      // A click may show what was prepared before it.
      if (wasPrerendered) bornAt = clock.now() - clock.ahead()
      first = openShown(at)
      early = []
      if (isBack) reclaim()
      else claim()
    },
    tick() {
      if (status === 'ready') counting?.tick(clock.now())
    },
    settle(where, at) {
      if (status === 'ready') counting?.settle(where, at)
    },
    park(intent, last) {
      if (status === 'claiming') begin(claimInHaste({ ports, newId, remembered }))
      counting?.settle(place(), clock.now())
      if (!counting) return
      last(counting)
      counting.handOver(intent)
      letGo('leave')
      become('parked')
    },
    resume() {
      if (status !== 'parked') return false
      remembered = counting!.known()
      counting = null
      reclaim()
      return true
    },
    tellRefusal() {
      talk ??= openTalk()
      talk.tellRefusal()
    },
    shut,
  }
}

function missing(has: Record<HelpState['degraded'][number], boolean>): HelpState['degraded'] {
  return (Object.keys(has) as (keyof typeof has)[]).filter((part) => !has[part])
}
