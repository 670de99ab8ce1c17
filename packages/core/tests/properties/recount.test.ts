import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { explain, type HelpEvent, type OpenSession, recount } from '../../src/index.js'
import { at } from '../support/clock.js'
import { livePage, type PageAct } from '../support/livePage.js'
import { HIDDEN, OPEN, uuid, VOTE, writeEvent } from '../support/tab.js'
import type { Act } from '../support/traces.js'
import { visits } from '../support/visits.js'

const TWO_MINUTES = 120_000
const FIVE_MINUTES = 300_000
const LATER = at('1000:00:00')
const TAB = { tabId: uuid(1), site: 'docs' }

const starts = (sessions: readonly OpenSession[]) =>
  sessions.map(({ id, startedAt, previousId }) => ({ id, startedAt, previousId }))

describe('for any visit that a page lives through', () => {
  test('the recount of what it wrote finds the same sessions: ids, starts and links', () => {
    fc.assert(
      fc.property(visits(), (acts) => {
        const page = livePage(acts, TAB)
        expect(starts(recount(page.events, LATER))).toEqual(starts(page.sessions))
      }),
      { numRuns: 5_000 },
    )
  })

  test('every event lies in the session that the page claimed for it, and in none when it claimed none', () => {
    fc.assert(
      fc.property(visits(), (acts) => {
        const { events } = livePage(acts, TAB)
        const counted = recount(events, LATER)
        expect(counted.flatMap((session) => explain(session).disagreements)).toEqual([])
        const inSessions = counted.flatMap((session) => session.events)
        expect(inSessions).toEqual(events.filter((event) => event.sessionId !== null))
      }),
      { numRuns: 5_000 },
    )
  })

  test('the last activity of each session is found exactly, unless the reader was active after the last event of the tab', () => {
    fc.assert(
      fc.property(visits(), (acts) => {
        const page = livePage(acts, TAB)
        const known = page.isAllProven ? page.sessions : page.sessions.slice(0, -1)
        const counted = recount(page.events, LATER).slice(0, known.length)
        expect(counted.map(({ lastAt }) => lastAt)).toEqual(known.map(({ lastAt }) => lastAt))
      }),
      { numRuns: 5_000 },
    )
  })

  test('and then it is less than two minutes early, never late', () => {
    fc.assert(
      fc.property(visits(), (acts) => {
        const page = livePage(acts, TAB)
        const counted = recount(page.events, LATER)
        for (const [i, { lastAt }] of page.sessions.entries()) {
          const unknown = lastAt - counted[i]!.lastAt
          expect(unknown).toBeGreaterThanOrEqual(0)
          expect(unknown).toBeLessThan(TWO_MINUTES)
        }
      }),
      { numRuns: 3_000 },
    )
  })

  test('a page that is hidden at the end leaves nothing unknown', () => {
    fc.assert(
      fc.property(visits(), (acts) => {
        const page = livePage([...acts, { at: (acts.at(-1)?.at ?? at('0:00')) + 1, act: 'hide' }], TAB)
        const ends = recount(page.events, LATER).map(({ endedAt, reason }) => ({ endedAt, reason }))
        expect(ends).toEqual(page.sessions.map(({ lastAt }) => ({ endedAt: lastAt + FIVE_MINUTES, reason: 'idle' })))
      }),
      { numRuns: 5_000 },
    )
  })
})

test('several tabs of several sites, shuffled into one log, are counted as each for itself', () => {
  const tabs = [TAB, { tabId: uuid(2), site: 'docs' }, { tabId: uuid(1), site: 'shop' }]
  const pages = fc.tuple(visits(), visits(), visits()).map((all) => all.map((acts, i) => livePage(acts, tabs[i]!)))
  const shuffled = pages.chain((pages) => {
    const log = pages.flatMap(({ events }) => events)
    return fc.tuple(fc.constant(pages), fc.shuffledSubarray(log, { minLength: log.length }))
  })
  fc.assert(
    fc.property(shuffled, ([pages, log]) => {
      const apart = pages.flatMap(({ events }) => recount(events, LATER))
      expect(byId(recount(log, LATER))).toEqual(byId(apart))
      expect(byId(starts(apart))).toEqual(byId(starts(pages.flatMap(({ sessions }) => sessions))))
    }),
    { numRuns: 2_000 },
  )
})

const byId = <T extends { readonly id: string }>(sessions: readonly T[]): T[] =>
  sessions.toSorted((a, b) => (a.id < b.id ? -1 : 1))

test('however wild the times in a log, a recount never throws and puts each event into one session at most', () => {
  const moment = fc.integer({ min: at('0:00'), max: at('30:00') })
  const wild = fc.array(fc.tuple(fc.constantFrom(OPEN, VOTE, HIDDEN), moment, fc.option(moment)))
  fc.assert(
    fc.property(wild, (written) => {
      const log = written.map(([fields, ts, activeAt], i) =>
        writeEvent({ ...TAB, seq: i + 1, ts, activeAt, sessionId: null }, fields),
      )
      const counted = recount(log, LATER)
      const placed = counted.flatMap(({ events }) => events)
      expect(new Set(placed).size).toBe(placed.length)
      for (const { id, events, lastAt, startedAt } of counted) {
        expect(events[0]).toMatchObject({ id, name: 'help.article.open', ts: startedAt })
        expect(lastAt).toBeGreaterThanOrEqual(startedAt)
      }
    }),
    { numRuns: 3_000 },
  )
})

describe('the two minutes to the next progress event', () => {
  const FROM_TAB_TO_TAB: Act<PageAct>[] = [
    { at: at('0:00'), act: 'open' },
    { at: at('3:01'), act: 'hide' },
    { at: at('4:59.999'), act: 'input' },
    { at: at('5:00'), act: 'input' },
    { at: at('5:00'), act: 'open' },
  ]
  const counted = (events: readonly HelpEvent[]) => recount(events, LATER).map(({ id }) => id)

  test('count from the last activity that the log knows, so that the log proves what the page saw', () => {
    const page = livePage(FROM_TAB_TO_TAB, { ...TAB, progressAfter: 'known activity' })
    expect(counted(page.events)).toEqual(page.sessions.map(({ id }) => id))
  })

  test('counted from any event they would leave a gap that the recount takes for an end', () => {
    const page = livePage(FROM_TAB_TO_TAB, { ...TAB, progressAfter: 'any event' })
    expect(page.sessions).toHaveLength(1)
    expect(counted(page.events)).toHaveLength(2)
  })
})
