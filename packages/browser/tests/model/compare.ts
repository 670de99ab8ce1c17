import { CHANNELS, type CountedSession, checkClaims, explain, type HelpEvent, recount } from '@helptally/core'
import { type CountedTab, type Note, type Origin, sessionAt, sessionsOf } from './oracle/notes.js'
import type { World } from './trace.js'

/** What is left unsent by a tab that proves its id and an outbox that waits for company, when the reader refuses. */
const UNSENT_MS = 6_500
const PROGRESS_MS = 120_000
const NOT_TOLD = ['help.article.progress', 'help.article.leave', 'help.suggestion.view', 'browser.web_vital']

/** What one tab id stands for, in the words of both sides. */
export interface Told {
  readonly events: readonly string[]
  readonly sessions: readonly { readonly start: string; readonly lastAt: number }[]
}

interface Expected extends Told {
  /** What has to have arrived. */
  readonly sure: readonly string[]
  readonly tab: CountedTab
}

/** Compares the log that the collector received with what the oracle read from the trace. */
export function compare(
  counted: readonly CountedTab[],
  log: readonly HelpEvent[],
  world: World,
  { hasSlept }: { readonly hasSlept: boolean },
): string[] {
  const hadFaults = world.faults.some((fault) => fault !== 'stored')
  const sessions = recount(log, Number.MAX_SAFE_INTEGER)
  // A crash takes a progress event along that waited for company, a refusal what the collector had turned away.
  const mayLackProgress = counted.some(({ refusedAt, hasCrashed }) => hasCrashed || (refusedAt !== null && hadFaults))
  const wrong = [...claimsDiffer(log, sessions), ...sequencesBroken(log, mayLackProgress)]
  const actual = [...Map.groupBy(log, ({ tabId }) => tabId).values()].map((events) => toldByLog(events, sessions))
  const expected = counted.map((tab) => toldByOracle(tab, hadFaults)).filter(({ events }) => events.length > 0)

  for (const each of expected.toSorted(strictestFirst)) {
    const [found] = actual.filter((one) => agree(each, one, hasSlept)).sort(fullestFirst)
    if (found) actual.splice(actual.indexOf(found), 1)
    else if (each.sure.length > 0) wrong.push(`the log has no such tab: ${show(each)}`)
  }
  for (const one of actual) if (one.events.length > 0) wrong.push(`no reader did what the log has: ${show(one)}`)
  return [...wrong, ...(world.storage ? wrongOrigins(counted, log) : []), ...wrongOrphans(counted, log)]
}

function toldByLog(events: readonly HelpEvent[], sessions: readonly CountedSession[]): Told {
  const own = sessions.filter(({ opening }) => opening.tabId === events[0]!.tabId)
  const numberOf = new Map(own.map(({ id }, index) => [id, index]))
  return {
    events: events
      .filter(({ name }) => !NOT_TOLD.includes(name))
      .map((event) => wordsOf(event, numberOf))
      .sort(),
    sessions: own.map(({ opening, startedAt, lastAt }) => ({ start: `${opening.entry} ${startedAt}`, lastAt })),
  }
}

function wordsOf(event: HelpEvent, numberOf: ReadonlyMap<string, number>): string {
  const where = event.sessionId === null ? '-' : `#${numberOf.get(event.sessionId) ?? '?'}`
  if (event.name === 'help.article.open') return `${event.ts} open ${event.article.id} ${event.entry} ${where}`
  if (event.name === 'help.search.submit') return `${event.ts} search ${event.query} ${where}`
  return `${event.ts} vote ${where}`
}

function toldByOracle(tab: CountedTab, hadFaults: boolean): Expected {
  const sessions = sessionsOf(tab)
  const told = tab.notes.flatMap((note, index) => {
    const session = sessionAt(sessions, index, note.at)
    const isSilent = note.did === 'act' || (note.did === 'open' && note.isWaking && session?.first !== index)
    return isSilent ? [] : [{ at: note.at, words: wordsOfNote(note, session ? `#${sessions.indexOf(session)}` : '-') }]
  })
  const sureUntil = tab.refusedAt === null ? Number.POSITIVE_INFINITY : hadFaults ? 0 : tab.refusedAt - UNSENT_MS
  return {
    tab,
    events: told.map(({ words }) => words).sort(),
    sure: told.filter(({ at }) => at <= sureUntil).map(({ words }) => words),
    sessions: sessions.map(({ entry, startedAt, lastAt }) => ({ start: `${entry} ${startedAt}`, lastAt })),
  }
}

function wordsOfNote(note: Note, where: string): string {
  if (note.did === 'open') return `${note.at} open ${note.article} ${note.entry} ${where}`
  if (note.did === 'search') return `${note.at} search ${note.query} ${where}`
  return `${note.at} ${note.did} ${where}`
}

function strictestFirst(a: Expected, b: Expected): number {
  return Number(a.tab.refusedAt !== null) - Number(b.tab.refusedAt !== null) || a.events.length - b.events.length
}

function fullestFirst(a: Told, b: Told): number {
  const proof = ({ sessions }: Told) => sessions.reduce((sum, { lastAt }) => sum + lastAt, 0)
  return b.events.length - a.events.length || proof(b) - proof(a)
}

function agree({ tab, events, sure, sessions }: Expected, one: Told, hasSlept: boolean): boolean {
  const mayLack = tab.refusedAt !== null
  // What is proved every two minutes is not proved by a page that crashed, or slept through the end.
  const mayLackProof = tab.hasCrashed || hasSlept
  if (!mayLack && one.events.length !== events.length) return false
  if (!one.events.every((each) => events.includes(each)) || !sure.every((each) => one.events.includes(each)))
    return false
  if (!mayLack && one.sessions.length !== sessions.length) return false
  return one.sessions.every(({ start, lastAt }, index) => {
    const lateMs = sessions[index]!.lastAt - lastAt
    return (
      start === sessions[index]!.start &&
      (lateMs === 0 || (lateMs > 0 && (mayLack || (mayLackProof && lateMs <= PROGRESS_MS))))
    )
  })
}

/** What `helptally recount` would say of the log, event by event, and what each session's own explanation says. */
function claimsDiffer(log: readonly HelpEvent[], sessions: readonly CountedSession[]): string[] {
  const tabs = [...Map.groupBy(log, ({ tabId }) => tabId).values()]
  return [
    ...tabs.flatMap((events) => {
      const claimed = events
        .toSorted((a, b) => a.seq - b.seq)
        .map((event) => ({ ...event, at: event.ts, receivedAt: 0 }))
      return checkClaims(CHANNELS.help, claimed).map((one) => `the recount differs: ${JSON.stringify(one)}`)
    }),
    ...sessions.flatMap((session) =>
      explain(session).disagreements.map((text) => `a session disagrees: ${JSON.stringify(text)}`),
    ),
  ]
}

function sequencesBroken(log: readonly HelpEvent[], mayLack: boolean): string[] {
  return [...Map.groupBy(log, ({ tabId }) => tabId).values()].flatMap((events) => {
    const seqs = events.map(({ seq }) => seq).sort((a, b) => a - b)
    const isWhole = seqs.every((seq, index) => seq === index + 1)
    return isWhole || (mayLack && new Set(seqs).size === seqs.length) ? [] : [`a tab counts ${seqs}`]
  })
}

function openings(log: readonly HelpEvent[]) {
  return log.filter((event) => event.name === 'help.article.open')
}

/** A tab that names the session of its opener names the right one, and when it surely was told it does name it. */
function wrongOrigins(counted: readonly CountedTab[], log: readonly HelpEvent[]): string[] {
  const startOf = new Map(log.map(({ id, ts }) => [id, ts]))
  return counted.flatMap((tab) =>
    tab.notes.flatMap((note) => {
      if (note.did !== 'open' || note.isWaking) return []
      const events = openings(log).filter(({ ts, article }) => ts === note.at && article.id === note.article)
      if (events.length !== 1) return []
      const named = events[0]!.openedFrom
      const right = note.from && sessionOf(note.from)
      const possible = [right, ...note.waiting().map(sessionOf)]
      // A refusal has forgotten the opener's session before it was sent.
      if (named && !startOf.has(named) && counted.some(({ refusedAt }) => refusedAt !== null)) return []
      if (named)
        return possible.includes(startOf.get(named))
          ? []
          : [`opened from ${startOf.get(named)}, not ${right}: ${note.at}`]
      return note.from?.isSure && right && tab.refusedAt === null
        ? [`does not say that ${right} opened it: ${note.at}`]
        : []
    }),
  )
}

function sessionOf({ tab, noted, at }: Origin): number | undefined {
  return sessionAt(sessionsOf(tab), noted - 1, at)?.startedAt
}

/** Searches in no session that no article was opened from. An option opened in another tab may have told its search there, or not. */
function wrongOrphans(counted: readonly CountedTab[], log: readonly HelpEvent[]): string[] {
  if (counted.some(({ refusedAt }) => refusedAt !== null)) return []
  const used = new Set(openings(log).map(({ queryId }) => queryId))
  const orphans = log.flatMap((event) =>
    event.name === 'help.search.submit' && !event.sessionId && !used.has(event.queryId) ? [event.query] : [],
  )
  const opens = counted.flatMap(({ notes }) => notes.filter((note) => note.did === 'open'))
  const led = new Set(opens.map(({ search }) => search))
  const mayHaveLed = new Set(opens.flatMap(({ from, waiting }) => [from, ...waiting()].map((click) => click?.search)))
  const alone = counted.flatMap(loneSearches).filter((query) => !led.has(query))
  return [
    ...orphans.filter((query) => !alone.includes(query)).map((query) => `${query} is no orphan`),
    ...alone
      .filter((query) => !orphans.includes(query) && !mayHaveLed.has(query))
      .map((query) => `${query} is an orphan`),
  ]
}

function loneSearches(tab: CountedTab): string[] {
  const sessions = sessionsOf(tab)
  return tab.notes.flatMap((note, index) =>
    note.did === 'search' && !sessionAt(sessions, index, note.at) ? [note.query] : [],
  )
}

function show({ events, sessions }: Told): string {
  return JSON.stringify({ events, sessions }, null, 1)
}
