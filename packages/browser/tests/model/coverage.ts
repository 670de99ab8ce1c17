import type { ModelBrowser } from './driver/modelBrowser.js'
import { type CountedTab, sessionAt, sessionsOf } from './oracle/notes.js'
import type { Line } from './trace.js'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const T = 5 * MINUTE

/** What the traces have to reach for their zero to mean something. */
export const INTERESTING = [
  'a session that ended idle, and another after it in its tab',
  'an act at 4:59.999',
  'an act at 5:00.000',
  'an act at 5:00.001',
  'an orphan search',
  'a search in a session',
  'Enter on an option',
  'an option clicked',
  'a slow page, shown 59.999 s after its click',
  'a slow page, shown a minute after its click',
  'an article clicked into another tab',
  'a new tab that names the session it was opened from',
  'a background tab never looked at',
  'a background tab looked at later',
  'a window with a copy of the storage',
  'a duplicate',
  'a duplicate of a hidden tab',
  'a reload',
  'a tab reopened',
  'a crash, reloaded',
  'a discarded tab, back',
  'a discarded tab that opened its article with the first touch',
  'Back from the cache',
  'Back from the cache to a session that lives',
  'Back within the document',
  'an article that redirects at once',
  'refused in mid-session',
  'refused while another tab had a session',
  'granted with an article on screen',
  'granted after a refusal',
  'Global Privacy Control',
  'the computer slept, or its clock was set forward',
  'the clock set back under a living session',
  'a world without locks',
  'a world without channel',
  'a world without locks and channel',
  'a world without storage',
  'two windows side by side',
  'events repeated to the collector',
  'a request turned away',
] as const
export type Mark = (typeof INTERESTING)[number]

/** Which of that this trace was. */
export function marksOf({ trace, world, collector, jumps }: ModelBrowser, counted: readonly CountedTab[]): Set<Mark> {
  const has = (is: (line: Line, index: number) => boolean) => trace.some(is)
  const before = (index: number, is: (line: Line) => boolean) => trace.slice(0, index).some(is)
  const shownAfter = (wait: (ms: number) => boolean) =>
    has(({ at, document, did }, index) => {
      const clicked = trace.slice(0, index).findLast((line) => line.document === document)
      return did.what === 'route' && !did.back && clicked?.did.what === 'choose' && wait(at - clicked.at)
    })
  const looksOf = (document: number) => trace.filter((line) => line.document === document && line.did.what === 'look')
  const loads = trace.filter(({ did }) => did.what === 'load')
  const all = counted.map((tab) => ({ tab, sessions: sessionsOf(tab) }))
  const gaps = counted.flatMap(({ notes }) => notes.slice(1).map(({ at }, index) => at - notes[index]!.at))
  const searches = all.flatMap(({ tab, sessions }) =>
    tab.notes.flatMap(({ did, at }, index) => (did === 'search' ? [sessionAt(sessions, index, at)] : [])),
  )
  const livesAt = (at: number, besides?: CountedTab) =>
    all.some(
      ({ tab, sessions }) => tab !== besides && sessions.some((one) => one.startedAt <= at && at - one.lastAt < T),
    )
  const facts: Record<Mark, boolean> = {
    'a session that ended idle, and another after it in its tab': all.some(({ sessions }) => sessions.length > 1),
    'an act at 4:59.999': gaps.includes(T - 1),
    'an act at 5:00.000': gaps.includes(T),
    'an act at 5:00.001': gaps.includes(T + 1),
    'an orphan search': searches.includes(undefined),
    'a search in a session': searches.some((session) => session !== undefined),
    'Enter on an option': has(({ did }) => did.what === 'choose' && did.entry === 'search_enter'),
    'an option clicked': has(({ did }) => did.what === 'choose' && did.option && did.entry === 'article_click'),
    'a slow page, shown 59.999 s after its click': shownAfter((ms) => ms === MINUTE - 1),
    'a slow page, shown a minute after its click': shownAfter((ms) => ms === MINUTE),
    'an article clicked into another tab': has(({ did }) => did.what === 'choose' && did.where === 'elsewhere'),
    'a new tab that names the session it was opened from': collector.log.some((event) => 'openedFrom' in event),
    'a background tab never looked at': loads.some(({ document }) => looksOf(document).length === 0),
    'a background tab looked at later': loads.some(({ document, at }) => (looksOf(document)[0]?.at ?? at) > at),
    'a window with a copy of the storage': has(({ did }) => did.what === 'load' && did.by === 'link' && !!did.copyOf),
    'a duplicate': has(({ did }) => did.what === 'load' && did.by === 'history' && !!did.copyOf),
    'a duplicate of a hidden tab': has(
      ({ did }, index) =>
        did.what === 'load' &&
        did.by === 'history' &&
        !!did.copyOf &&
        trace.slice(0, index).findLast((line) => line.tab === did.copyOf)?.did.what === 'look away',
    ),
    'a reload': has(({ did }) => did.what === 'load' && did.by === 'reload'),
    'a tab reopened': has(
      ({ tab, did }, index) =>
        did.what === 'load' &&
        did.by === 'history' &&
        before(index, (line) => line.tab === tab && line.did.what === 'leave'),
    ),
    'a crash, reloaded': has(
      ({ tab, did }, index) =>
        did.what === 'load' &&
        did.by === 'reload' &&
        before(index, (line) => line.tab === tab && line.did.what === 'vanish'),
    ),
    'a discarded tab, back': has(({ did }) => did.what === 'load' && did.by === 'discarded'),
    'a discarded tab that opened its article with the first touch': all.some(({ tab, sessions }) =>
      sessions.some(({ first }) => (tab.notes[first] as { isWaking?: boolean }).isWaking),
    ),
    'Back from the cache': has(({ did }) => did.what === 'come back'),
    'Back from the cache to a session that lives': has(({ at, did }) => did.what === 'come back' && livesAt(at)),
    'Back within the document': has(({ did }) => did.what === 'route' && did.back),
    'an article that redirects at once': has(({ at, document, did }, index) => {
      const before = trace[index - 1]
      const isScript = did.what === 'route' && !did.back && before?.did.what === 'route' && !before.did.back
      return isScript && before.document === document && did.page !== before.did.page && at - before.at < SECOND
    }),
    'refused in mid-session': all.some(({ tab }) => tab.refusedAt !== null && livesAt(tab.refusedAt)),
    'refused while another tab had a session': all.some(
      ({ tab }) => tab.refusedAt !== null && livesAt(tab.refusedAt, tab),
    ),
    'granted with an article on screen': has(
      ({ at, did }) =>
        did.what === 'answer the banner' &&
        did.choice === 'granted' &&
        counted.some(({ notes }) => notes[0]?.at === at && notes[0].did === 'open'),
    ),
    'granted after a refusal': has(
      ({ did }, index) =>
        did.what === 'answer the banner' &&
        did.choice === 'granted' &&
        before(index, (line) => line.did.what === 'answer the banner' && line.did.choice === 'refused'),
    ),
    'Global Privacy Control': world.privacySignal,
    'the computer slept, or its clock was set forward': jumps.forward > 0,
    'the clock set back under a living session': jumps.back.some((at) => livesAt(at)),
    'a world without locks': !world.locks && world.channel,
    'a world without channel': world.locks && !world.channel,
    'a world without locks and channel': !world.locks && !world.channel,
    'a world without storage': !world.storage,
    'two windows side by side': world.sideBySide,
    'events repeated to the collector': collector.repeated > 0,
    'a request turned away': ['unreachable', '503', '429'].some((fault) => collector.met.has(fault as never)),
  }
  return new Set(INTERESTING.filter((mark) => facts[mark]))
}
