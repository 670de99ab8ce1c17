import type { Choice, Did, Line, PageShown, Trace, World } from '../trace.js'
import { isAsked } from './isAsked.js'
import type { CountedTab, Note, Origin } from './notes.js'
import { type Chosen, explains, newScreen, type Screen, tellSearch, whyLoaded, whyRouted } from './screen.js'

const SECOND = 1_000
const FIVE_MINUTES = 300 * SECOND

/** What a browser tab carries from one document to the next. */
interface Tab {
  counted: CountedTab | null
  /** When its last page left, by the time of the tab. */
  leftAt: number
  /** By how much that was ahead of the clock on the wall, which may have been set back before. */
  aheadOfWall: number
  chosen: Chosen | null
}

/** Reads a trace by DESIGN 2 and the readings D1 to D9: what each tab has to count. Knows nothing of the engine. */
export function readTrace(trace: Trace, world: World): CountedTab[] {
  const found: CountedTab[] = []
  const tabs = new Map<number, Tab>()
  const screens = new Map<number, Screen>()
  let choice: Choice | null = world.privacySignal ? 'refused' : world.storage ? world.chosenBefore : 'granted'
  let clickedElsewhere: Origin | null = null
  const waiting: { readonly to: PageShown; readonly at: number; readonly origin: Origin }[] = []

  const note = (screen: Screen, what: Note) => {
    if (screen.knows !== 'granted') return null
    const tab = tabs.get(screen.tab)!
    if (!tab.counted) {
      tab.counted = { notes: [], refusedAt: null, hasCrashed: false }
      found.push(tab.counted)
    }
    tab.counted.notes.push(what)
    return what
  }
  const open = (screen: Screen, at: number, isWaking = false) => {
    if (screen.shows === null || (screen.isAsleep && !isWaking)) return null
    const opened = note(screen, {
      did: 'open',
      at,
      article: screen.shows,
      ...screen.why,
      isWaking,
      from: screen.from,
      waiting: clicksOn(screen),
    })
    screen.from = null
    return opened
  }
  /** Case 34: an article that a script replaces within a second, with nothing done meanwhile, was a stop on the way. */
  const passBy = (screen: Screen, at: number) => {
    const { passing } = screen
    if (!passing || at - passing.at >= SECOND) return null
    const notes = tabs.get(screen.tab)!.counted?.notes ?? []
    if (passing.note && notes.at(-1) === passing.note) notes.pop()
    return passing.why
  }

  /** A new tab asks for the clicks made just before it was opened, whenever it is looked at. */
  const clicksOn =
    ({ shows, loadedAt }: Screen) =>
    () => {
      const about = waiting.filter(
        ({ to, at }) => to === shows && loadedAt - at <= 60 * SECOND && loadedAt - at >= -SECOND,
      )
      return about.map(({ origin }) => origin)
    }

  /** The page is looked at for the first time, or its reader has changed their mind about a refusal. */
  const watch = (screen: Screen, at: number) => {
    const tab = tabs.get(screen.tab)!
    const isAsLoaded = screen.shows === screen.loaded
    // Who answers the banner is awake. Of what came before a refusal nothing is remembered, not even a touch.
    screen.isAsleep = screen.loadedBy === 'discarded' && isAsLoaded && screen.answeredAt === Number.NEGATIVE_INFINITY
    // A page without an article, a redirect maybe, still leads to what was chosen before it.
    if (screen.shows === null && tab.chosen && choice === 'granted') screen.chosen = { ...tab.chosen, isCarried: true }
    screen.why = isAsLoaded
      ? whyLoaded(screen, choice === 'granted' ? tab.chosen : null, at)
      : whyRouted(screen, null, at)
  }
  const begin = (screen: Screen, line: Line) => {
    screen.isLookedAt = true
    screen.knows = choice
    const tab = tabs.get(screen.tab)!
    // A tab that was closed at the time forgets when it is reopened.
    if (choice === 'refused') Object.assign(tab, newTab())
    if (choice === 'granted') goOn(screen, line, tab)
    const at = timeOf(screen, line)
    if (choice !== 'refused') watch(screen, at)
    if (choice === 'granted') start(screen, at)
  }
  /** The tab goes on where its last page was, unless that is so far in the future that one of the two times is wrong. */
  const goOn = (screen: Screen, line: Line, tab: Tab) => {
    const own = timeOf(screen, line)
    const now = Math.max(own, line.wall + tab.aheadOfWall)
    if (tab.leftAt - now >= FIVE_MINUTES) Object.assign(tab, newTab())
    else screen.ahead += Math.max(now, tab.leftAt) - own
  }
  const start = (screen: Screen, at: number) => {
    open(screen, at)
    tabs.get(screen.tab)!.chosen = null
  }
  /** The choice may have been made elsewhere. */
  const learn = (screen: Screen, at: number) => {
    if (screen.knows === choice || !screen.isLookedAt) return
    const before = screen.knows
    screen.knows = choice
    if (choice === 'refused') forget(screen, at)
    if (choice !== 'granted') return
    if (before === 'refused') {
      // Nobody watched but the banner.
      screen.touchedAt = screen.answeredAt
      watch(screen, at)
    }
    start(screen, at)
  }
  /** Of a refusal in another tab. Where nobody says it, nothing more is sent all the same. */
  const hear = (screen: Screen, at: number) => {
    // Who was never asked has no ear yet, and nothing to forget.
    if (screen.knows !== 'granted') return
    if (world.channel) return learn(screen, at)
    const { counted } = tabs.get(screen.tab)!
    if (counted) counted.refusedAt ??= at
  }
  const forget = (screen: Screen, at: number) => {
    Object.assign(screen, { chosen: null, search: null, from: null, passing: null })
    const tab = tabs.get(screen.tab)!
    if (tab.counted) tab.counted.refusedAt ??= at
    Object.assign(tab, newTab())
  }

  const did: { [W in Did['what']]: (screen: Screen, at: number, line: Line, did: Did & { what: W }) => void } = {
    load: () => {},
    look(screen, at, line) {
      if (screen.isLookedAt) learn(screen, at)
      else begin(screen, line)
    },
    'look away'(screen, at) {
      screen.passing = null
      tellSearch(screen, at, 'gone', note)
    },
    touch(screen, at) {
      screen.passing = null
      const wakes = screen.isAsleep
      screen.isAsleep = false
      if (screen.knows === 'refused') return
      screen.touchedAt = at
      if (wakes) open(screen, at, true)
      note(screen, { did: 'act', at })
    },
    type(screen, at, _line, { query }) {
      if (screen.knows !== 'refused') screen.search = { query, at, isTold: false }
    },
    vote(screen, at) {
      if (screen.shows !== null) note(screen, { did: 'vote', at })
    },
    choose(screen, at, line, { entry, to, option, where }) {
      if (screen.knows === 'refused') return
      if (option) tellSearch(screen, at, 'chosen', note)
      const search = option ? (screen.search?.query ?? null) : null
      if (where === 'here') screen.chosen = to === null || to === screen.shows ? null : { entry, to, at, search }
      else if (screen.knows === 'granted') clickedElsewhere = originIn(tabs.get(screen.tab)!.counted, at, search)
      if (where === 'elsewhere' && clickedElsewhere) waiting.push({ to, at: line.at, origin: clickedElsewhere })
    },
    route(screen, at, _line, { page, back }) {
      const isSame = page === screen.shows
      screen.shows = page
      if (screen.knows === 'refused' || isSame) return
      tellSearch(screen, at, 'gone', note)
      const passed = back ? null : passBy(screen, at)
      screen.why = back ? { entry: 'direct_link', search: null } : (passed ?? whyRouted(screen, screen.chosen, at))
      screen.chosen = null
      if (!back) screen.isAsleep = false
      const opened = open(screen, at)
      screen.passing = !back && (page !== null || passed) ? { at, why: screen.why, note: opened } : null
    },
    'answer the banner'(screen, at, line, answer) {
      screen.answeredAt = at
      if (world.privacySignal) return
      choice = answer.choice
      learn(screen, at)
      if (choice === 'granted') return
      for (const other of screens.values()) if (other.life === 'living') hear(other, timeOf(other, line))
    },
    leave(screen, at, { wall }, { kept }) {
      // A page on its way out still learns of a refusal, not of a consent.
      if (choice === 'refused') learn(screen, at)
      tellSearch(screen, at, 'gone', note)
      screen.passing = null
      if (screen.knows === 'granted') {
        // A choice is for the next page, not for the one after.
        const carries = screen.chosen && !screen.chosen.isCarried && explains(screen.chosen, screen.chosen.to, at)
        const chosen = world.storage && carries ? screen.chosen : null
        Object.assign(tabs.get(screen.tab)!, { leftAt: at, aheadOfWall: at - wall, chosen })
      }
      screen.chosen = null
      screen.life = kept ? 'kept' : 'gone'
    },
    'come back'(screen, shownAt) {
      screen.life = 'living'
      // For some milliseconds a tab has two pages. What comes back is there when the other is gone.
      const at = Math.max(shownAt, tabs.get(screen.tab)!.leftAt)
      // D3: its article is shown again, whether that counts yet or not.
      if (screen.knows !== 'refused')
        Object.assign(screen, { why: { entry: 'direct_link', search: null }, isAsleep: false })
      if (screen.knows !== choice) return learn(screen, at)
      if (choice === 'granted') open(screen, at)
    },
    vanish(screen) {
      screen.life = 'gone'
      const tab = tabs.get(screen.tab)!
      if (tab.counted) tab.counted.hasCrashed = true
      // Only a page that left can hand its tab over where nobody can be asked.
      if (!world.locks && !world.channel) Object.assign(tab, newTab())
    },
  }

  const load = (line: Line, { copyOf, ...did }: Did & { what: 'load' }) => {
    // Without storage nothing joins two documents.
    const tab = world.storage ? line.tab : -line.document
    if (!tabs.has(tab)) tabs.set(tab, newTab())
    const screen = newScreen(line, tab, did)
    const isNew = trace.find((other) => other.tab === line.tab) === line
    if (did.by === 'link' && isNew) screen.from = clickedElsewhere ?? originOfScript(copyOf, line)
    if (screen.from && world.channel && isAsked(trace, line)) screen.from = { ...screen.from, isSure: true }
    clickedElsewhere = null
    screens.set(line.document, screen)
  }
  const originOfScript = (opener: number | undefined, { at }: Line): Origin | null => {
    const counted = opener === undefined ? null : tabs.get(opener)?.counted
    return originIn(counted, at, null)
  }
  const originIn = (counted: CountedTab | null | undefined, at: number, search: string | null): Origin | null =>
    counted ? { tab: counted, at, search, noted: counted.notes.length, isSure: false } : null

  for (const line of trace) {
    if (line.did.what === 'load') load(line, line.did)
    const screen = screens.get(line.document)!
    for (const each of screens.values()) tellSearch(each, timeOf(each, line), 'rested', note)
    const read = did[line.did.what] as (screen: Screen, at: number, line: Line, did: Did) => void
    read(screen, timeOf(screen, line), line, line.did)
  }
  return found
}

const newTab = (): Tab => ({ counted: null, leftAt: Number.NEGATIVE_INFINITY, aheadOfWall: 0, chosen: null })
const timeOf = (screen: Screen, { at }: Line) => at + screen.ahead
