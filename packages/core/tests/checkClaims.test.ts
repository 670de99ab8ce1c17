import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ClaimedEvent, checkClaims, type EventFields, type HelpEvent, help, recount } from '../src/index.js'
import { at } from './support/clock.js'
import { livePage } from './support/livePage.js'
import { newTab, OPEN, SEARCH, uuid, VITAL, VOTE } from './support/tab.js'
import { visits } from './support/visits.js'

const LATER = at('1000:00:00')
const MINUTE = 60_000

/** As the collector keeps an event from a page with a good clock. */
const kept = (event: HelpEvent): ClaimedEvent => ({ ...event, at: event.ts, receivedAt: LATER })

/** The events of a tab at these times, all of them in the session of the first. */
function tabOf(...written: readonly (readonly [clock: string, fields: EventFields])[]): ClaimedEvent[] {
  const write = newTab(uuid(1))
  const events = written.map(([clock, fields]) => kept(write(clock, fields)))
  return events.map((event) => ({ ...event, sessionId: events[0]!.id }))
}

const check = (events: readonly ClaimedEvent[]) => checkClaims(help, events)

describe('the claims of a page', () => {
  test('that bears out what it claims differ in nothing', () => {
    fc.assert(
      fc.property(visits(), (acts) => {
        const { events } = livePage(acts, { tabId: uuid(1), site: 'docs' })
        expect(check(events.map(kept))).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })

  test('are checked by what a recount finds, whatever was claimed', () => {
    const lying = visits().chain((acts) => {
      const { events } = livePage(acts, { tabId: uuid(1), site: 'docs' })
      const anyOf = fc.option(fc.constantFrom(...events.map(({ id }) => id), uuid(77)))
      return fc.tuple(...events.map((event) => anyOf.map((sessionId) => ({ ...event, sessionId }))))
    })
    fc.assert(
      fc.property(lying, (events) => {
        const sessions = recount(events, LATER)
        const foundOf = (id: string) =>
          sessions.find((session) => session.events.some((one) => one.id === id))?.id ?? null
        const wrong = events.filter(({ id, sessionId }) => foundOf(id) !== sessionId)
        expect(check(events.map(kept)).map(({ eventId, found }) => [eventId, found])).toEqual(
          wrong.map(({ id }) => [id, foundOf(id)]),
        )
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a difference says of what kind it is', () => {
  test('a session that the page did not start', () => {
    const [open, again] = tabOf(['0:00', OPEN], ['5:00', OPEN]) as [ClaimedEvent, ClaimedEvent]
    expect(check([open, again])).toEqual([
      {
        eventId: again.id,
        at: at('5:00'),
        kind: 'not_claimed',
        claimed: open.id,
        found: again.id,
        cause: 'claim_wrong',
      },
    ])
  })

  test('a session that the page started, and the rulebook does not', () => {
    const [open, again] = tabOf(['0:00', OPEN], ['4:59.999', OPEN]) as [ClaimedEvent, ClaimedEvent]
    expect(check([open, { ...again, sessionId: again.id }])).toMatchObject([
      { eventId: again.id, kind: 'not_found', claimed: again.id, found: open.id },
    ])
  })

  test.each([
    ['another session', uuid(77)],
    ['no session', null],
    ['a session of its own, which it cannot open', 'itself'],
  ])('an event that the page put into %s', (_, sessionId) => {
    const [open, vote] = tabOf(['0:00', OPEN], ['1:00', VOTE]) as [ClaimedEvent, ClaimedEvent]
    const claimed = sessionId === 'itself' ? vote.id : sessionId
    expect(check([open, { ...vote, sessionId: claimed }])).toMatchObject([{ eventId: vote.id, kind: 'elsewhere' }])
  })
})

describe('a difference says why', () => {
  const apart = () => tabOf(['0:00', OPEN], ['3:00', SEARCH], ['6:00', OPEN])

  test('claim_wrong: the evidence is whole, and the clock was good', () => {
    const [open, , again] = tabOf(['0:00', OPEN], ['1:00', VITAL], ['6:00', OPEN])
    expect(check([open!, { ...again!, seq: 2 }])).toMatchObject([{ kind: 'not_claimed', cause: 'claim_wrong' }])
  })

  test('late_event: a number is missing before it', () => {
    const [open, , again] = apart()
    expect(check([open!, again!])).toMatchObject([{ kind: 'not_claimed', cause: 'late_event' }])
  })

  test('late_event: the tab does not begin with its first event', () => {
    const [, search, again] = apart()
    expect(check([search!, again!])).toMatchObject([{ eventId: search!.id }, { cause: 'late_event' }])
  })

  test('late_event: one before it came after it', () => {
    const [open, search, again] = apart()
    const late = { ...search!, receivedAt: LATER + MINUTE }
    expect(check([open!, late, { ...again!, sessionId: again!.id }])).toMatchObject([{ cause: 'late_event' }])
  })

  test('clock_corrected: the collector moved its time', () => {
    const [open, search, again] = apart()
    const moved = { ...again!, at: again!.ts + 10 * MINUTE, sessionId: again!.id }
    expect(check([open!, search!, moved])).toMatchObject([{ at: at('16:00'), cause: 'clock_corrected' }])
  })

  test('clock_corrected: the clock of the page ran backwards', () => {
    const [open, search, again] = tabOf(['3:00', OPEN], ['0:00', SEARCH], ['6:00', OPEN])
    expect(check([open!, search!, { ...again!, sessionId: again!.id }])).toMatchObject([{ cause: 'clock_corrected' }])
  })

  test('and what was amiss once in a tab explains all that follows', () => {
    const [open, , again, vote] = tabOf(['0:00', OPEN], ['3:00', SEARCH], ['6:00', OPEN], ['6:30', VOTE])
    expect(check([open!, again!, vote!]).map(({ cause }) => cause)).toEqual(['late_event', 'late_event'])
  })
})
